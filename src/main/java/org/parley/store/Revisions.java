package org.parley.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * The revisions as triples of the graph {@code dataset}: each a {@code parley:Revision} with its
 * number and the time it was written.
 */
final class Revisions {

  static final Node GRAPH = Vocab.graph("dataset");

  private static final String IRI = "https://w3id.org/parley/revision/";
  private static final Node ENDED_AT =
      NodeFactory.createURI("http://www.w3.org/ns/prov#endedAtTime");

  /** Where to look first: the newest number this process has seen. */
  private final AtomicLong newest = new AtomicLong();

  /** Whether a quad is the store's own, which no caller writes or drops. */
  static boolean owns(Quad quad) {
    return quad.getGraph().equals(GRAPH)
        && quad.getSubject().isURI()
        && quad.getSubject().getURI().startsWith(IRI);
  }

  static List<Quad> quads(Revision revision) {
    Node subject = subject(revision.number());
    Node at = NodeFactory.createLiteralDT(revision.at().toString(), XSDDatatype.XSDdateTime);
    return List.of(
        new Quad(GRAPH, subject, RDF.Nodes.type, Vocab.REVISION),
        new Quad(GRAPH, subject, Vocab.REVISION_NUMBER, number(revision.number())),
        new Quad(GRAPH, subject, ENDED_AT, at));
  }

  /** The revision of the snapshot that the current transaction sees: one or two point look-ups. */
  Revision of(DatasetGraph dataset) {
    long number = newest.get();
    while (exists(dataset, number + 1)) {
      number++;
    }
    while (number > 0 && !exists(dataset, number)) {
      number--;
    }
    if (number == 0) {
      return Revision.NONE;
    }
    Quad ended = dataset.find(GRAPH, subject(number), ENDED_AT, Node.ANY).next();
    return new Revision(number, Instant.parse(ended.getObject().getLiteralLexicalForm()));
  }

  /** Learns the newest number by reading all revisions there are: once, when a store is opened. */
  void find(DatasetGraph dataset) {
    dataset
        .find(GRAPH, Node.ANY, Vocab.REVISION_NUMBER, Node.ANY)
        .forEachRemaining(quad -> seen(((Number) quad.getObject().getLiteralValue()).longValue()));
  }

  void seen(long number) {
    newest.accumulateAndGet(number, Math::max);
  }

  private static boolean exists(DatasetGraph dataset, long number) {
    return dataset.contains(GRAPH, subject(number), Vocab.REVISION_NUMBER, number(number));
  }

  private static Node subject(long number) {
    return NodeFactory.createURI(IRI + number);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
