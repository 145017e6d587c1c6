package org.parley.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * How far a table was read, kept in the graph {@code dataset} and written together with the rows.
 *
 * @param rows how many rows were read
 * @param whole whether that is all
 */
record Ledger(long rows, boolean whole) {

  private static final Node GRAPH = Vocab.graph("dataset");
  private static final String IMPORT = "https://w3id.org/parley/import/";
  private static final Node ROWS = Terms.of("rowsRead");

  /**
   * What a data set says of a table.
   *
   * @throws UnusableTable when another file was imported under that name
   */
  static Ledger of(DatasetGraph data, Source source) {
    @Nullable Node digest = value(data, subject(source), Terms.of("importDigest"));
    if (digest != null && !digest.getLiteralLexicalForm().equals(source.digest())) {
      throw new UnusableTable(
          "'%s' is there already, from another file. Import new rows as a file of their own, or name this one by --name."
              .formatted(source.slug().substring(Source.PREFIX.length())),
          null);
    }
    @Nullable Node rows = value(data, subject(source), ROWS);
    return new Ledger(
        rows == null ? 0 : ((Number) rows.getLiteralValue()).longValue(),
        value(data, subject(source), Terms.ENDED_AT) != null);
  }

  /** What is written for it, instead of what was before it. */
  Set<Quad> quads(Source source) {
    Set<Quad> quads = new HashSet<>();
    Node subject = subject(source);
    quads.add(new Quad(GRAPH, subject, RDF.Nodes.type, Terms.of("Import")));
    quads.add(new Quad(GRAPH, subject, Terms.of("imported"), source.document()));
    quads.add(new Quad(GRAPH, subject, Terms.of("importDigest"), Terms.text(source.digest())));
    quads.add(new Quad(GRAPH, subject, ROWS, Terms.integer(rows)));
    if (whole) {
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      quads.add(
          new Quad(
              GRAPH,
              subject,
              Terms.ENDED_AT,
              NodeFactory.createLiteralDT(now, XSDDatatype.XSDdateTime)));
    }
    return quads;
  }

  private static Node subject(Source source) {
    return NodeFactory.createURI(IMPORT + source.slug());
  }

  private static @Nullable Node value(DatasetGraph data, Node subject, Node property) {
    Iterator<Quad> found = data.find(GRAPH, subject, property, Node.ANY);
    return found.hasNext() ? Objects.requireNonNull(found.next()).getObject() : null;
  }
}
