package org.parley.queries;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.rdf.Syntax;
import org.parley.vocab.Prefixes;

/**
 * How the answer to a query is written.
 *
 * @param mediaType what a client names it by; a syntax may go by several
 */
public record AnswerFormat(String mediaType, Syntax syntax) {

  private static final List<AnswerFormat> RDF = all(RdfFormat.values());
  private static final List<AnswerFormat> ROWS = all(ResultFormat.values());

  /** The formats for the answer to a query of this type, in the server's order of preference. */
  public static List<AnswerFormat> of(QueryType type) {
    return switch (type) {
      case CONSTRUCT, DESCRIBE -> RDF;
      default -> ROWS;
    };
  }

  private static List<AnswerFormat> all(Syntax[] values) {
    return Arrays.stream(values).map(value -> new AnswerFormat(value.mediaType(), value)).toList();
  }

  /** The file name's ending, without the dot. */
  public String extension() {
    return syntax.extension();
  }

  /**
   * Runs a query and writes its answer as it comes. The stream is flushed and left open.
   *
   * @throws org.parley.rdf.Unwritable if the syntax cannot express it
   * @throws org.parley.rdf.UnwritableRow the same, of a row
   */
  public void write(QueryExec execution, OutputStream out) {
    Query query = execution.getQuery();
    switch (syntax) {
      case RdfFormat format -> RdfWriter.write(format, triples(execution), prefixes(query), out);
      case ResultFormat format when query.isAskType() ->
          ResultFormat.write(format, execution.ask(), out);
      case ResultFormat format -> ResultFormat.write(format, execution.select(), out);
    }
  }

  /** The triples of a CONSTRUCT, each once and in the order of its rows, or of a DESCRIBE. */
  static Iterator<Quad> triples(QueryExec execution) {
    Iterator<Triple> triples =
        execution.getQuery().isDescribeType()
            ? execution.describe().find()
            : Iter.distinct(execution.constructTriples());
    return Iter.map(triples, triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  private static Map<String, String> prefixes(Query query) {
    Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.ALL);
    prefixes.putAll(query.getPrefixMapping().getNsPrefixMap());
    return prefixes;
  }
}
