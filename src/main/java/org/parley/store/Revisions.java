package org.parley.store;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * The revisions as triples of the graph {@code dataset}: each a {@code parley:Revision} with its
 * number and the time it was written.
 */
final class Revisions {

  static final Node GRAPH = Vocab.graph("dataset");

  private static final String IRI = "https://w3id.org/parley/revision/";
  static final Node ENDED_AT = NodeFactory.createURI("http://www.w3.org/ns/prov#endedAtTime");

  private Revisions() {}

  /** Whether a quad is the store's own, which no caller writes or drops. */
  static boolean owns(Quad quad) {
    return quad.getGraph().equals(GRAPH)
        && quad.getSubject().isURI()
        && quad.getSubject().getURI().startsWith(IRI);
  }

  static List<Quad> quads(Revision revision) {
    Node subject = subject(revision.number());
    return List.of(
        new Quad(GRAPH, subject, RDF.Nodes.type, Vocab.REVISION),
        new Quad(GRAPH, subject, Vocab.REVISION_NUMBER, number(revision.number())),
        new Quad(GRAPH, subject, ENDED_AT, time(revision)));
  }

  /** The revision of the snapshot that the current transaction sees: the highest there is. */
  static Revision of(DatasetGraph dataset) {
    Iterator<Quad> all = dataset.find(GRAPH, Node.ANY, Vocab.REVISION_NUMBER, Node.ANY);
    long number = 0;
    while (all.hasNext()) {
      number = Math.max(number, ((Number) all.next().getObject().getLiteralValue()).longValue());
    }
    if (number == 0) {
      return Revision.NONE;
    }
    Quad ended = dataset.find(GRAPH, subject(number), ENDED_AT, Node.ANY).next();
    return new Revision(number, Instant.parse(ended.getObject().getLiteralLexicalForm()));
  }

  /**
   * The same, found from a number that is not far from it. TDB2 remembers no absent terms here, or
   * to ask for the next revision would hide it.
   */
  static Revision of(DatasetGraph dataset, long guess) {
    long number = guess;
    while (number > 0 && ended(dataset, number) == null) {
      number--;
    }
    while (ended(dataset, number + 1) != null) {
      number++;
    }
    Node ended = ended(dataset, number);
    return ended == null
        ? Revision.NONE
        : new Revision(number, Instant.parse(ended.getLiteralLexicalForm()));
  }

  /** What a row says of a revision. */
  static Revision of(Node subject, Node ended) {
    long number = Long.parseLong(subject.getURI().substring(IRI.length()));
    return new Revision(number, Instant.parse(ended.getLiteralLexicalForm()));
  }

  private static @Nullable Node ended(DatasetGraph dataset, long number) {
    Iterator<Quad> ended = dataset.find(GRAPH, subject(number), ENDED_AT, Node.ANY);
    return ended.hasNext() ? ended.next().getObject() : null;
  }

  /** When a revision was written, as it stands in the data. */
  static Node time(Revision revision) {
    return NodeFactory.createLiteralDT(revision.at().toString(), XSDDatatype.XSDdateTime);
  }

  static Node subject(long number) {
    return NodeFactory.createURI(IRI + number);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
