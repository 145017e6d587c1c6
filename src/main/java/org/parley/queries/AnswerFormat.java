package org.parley.queries;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.parley.rdf.Formulas;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.rdf.Syntax;
import org.parley.store.Meter;
import org.parley.vocab.Prefixes;

/**
 * How the answer to a query is written.
 *
 * @param mediaType what a client names it by; a syntax may go by several
 * @param defused whether a spreadsheet opens it without running what is in it: see {@link Formulas}
 */
public record AnswerFormat(String mediaType, Syntax syntax, boolean defused) {

  private static final List<AnswerFormat> RDF = all(RdfFormat.values());
  private static final List<AnswerFormat> ROWS = all(ResultFormat.values());

  /** A format that says exactly what the answer is. */
  public AnswerFormat(String mediaType, Syntax syntax) {
    this(mediaType, syntax, false);
  }

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

  /** The same for people who will open it in a spreadsheet: CSV with its formulas defused. */
  public AnswerFormat forSpreadsheets() {
    return new AnswerFormat(mediaType, syntax, syntax == ResultFormat.CSV);
  }

  /**
   * Runs a query and writes its answer as it comes. The stream is flushed and left open.
   *
   * @throws org.parley.rdf.Unwritable if the syntax cannot express it
   * @throws org.parley.rdf.UnwritableRow the same, of a row
   */
  public void write(QueryExec execution, OutputStream out) {
    boolean unused = write(execution, 0, Integer.MAX_VALUE, out);
  }

  /**
   * The same, with a part of the answer: at most {@code limit} rows or triples after the first
   * {@code offset}.
   *
   * @return whether there are more after them
   */
  public boolean write(QueryExec execution, int offset, int limit, OutputStream out) {
    Query query = execution.getQuery();
    return switch (syntax) {
      case RdfFormat format -> {
        Iterator<Quad> triples = triples(execution);
        Iter.step(triples, offset);
        RdfWriter.write(format, first(triples, limit), prefixes(query), out);
        yield triples.hasNext();
      }
      case ResultFormat format when query.isAskType() -> {
        ResultFormat.write(format, execution.ask(), out);
        yield false;
      }
      case ResultFormat format -> {
        RowSet rows = execution.select();
        Iter.step(rows, offset);
        RowSet part = RowSetStream.create(rows.getResultVars(), first(rows, limit));
        ResultFormat.write(format, defused ? Formulas.defused(part) : part, out);
        yield rows.hasNext();
      }
    };
  }

  /** Unlike {@link Iter#limit} it leaves the rest as it is, so that one sees if there is any. */
  private static <T> Iterator<T> first(Iterator<T> all, int limit) {
    return new Iterator<>() {
      private int left = limit;

      @Override
      public boolean hasNext() {
        return left > 0 && all.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        left--;
        return all.next();
      }
    };
  }

  /** The triples of a CONSTRUCT, each once and in the order of its rows, or of a DESCRIBE. */
  static Iterator<Quad> triples(QueryExec execution) {
    Meter meter = Meter.of(execution.getContext());
    Iterator<Triple> triples =
        execution.getQuery().isDescribeType()
            ? described(execution, meter).find()
            : Iter.map(
                Iter.distinct(execution.constructTriples()), triple -> weighed(triple, meter));
    return Iter.map(triples, triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  /** The engine gathers the whole description, without looking whether it may go on. */
  private static Graph described(QueryExec execution, Meter meter) {
    execution.getQuery().setDistinct(true);
    return execution.describe(
        new GraphWrapper(GraphFactory.createDefaultGraph()) {
          @Override
          public void add(Triple triple) {
            super.add(weighed(triple, meter));
          }
        });
  }

  private static Triple weighed(Triple triple, Meter meter) {
    meter.keep(
        Meter.size(triple.getSubject())
            + Meter.size(triple.getPredicate())
            + Meter.size(triple.getObject()));
    return triple;
  }

  private static Map<String, String> prefixes(Query query) {
    Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.ALL);
    prefixes.putAll(query.getPrefixMapping().getNsPrefixMap());
    return prefixes;
  }
}
