package org.parley.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * What was put in and taken out, kept in the graph {@code dataset}: each as a {@code
 * parley:Submission} with its receipt, and of what is gone, when and why.
 *
 * @param book the triples
 */
record History(Graph book) {

  private static final String SUBMISSION = "https://w3id.org/parley/submission/";
  private static final String REVISION = "https://w3id.org/parley/revision/";
  private static final Node TYPE = Vocab.term("Submission");
  private static final Node DOCUMENT = Vocab.term("submitted");
  private static final Node KEY = Vocab.term("idempotencyKey");
  private static final Node REQUEST = Vocab.term("requestDigest");
  private static final Node OUTCOME = Vocab.term("submissionOutcome");
  private static final Node RECEIPT = Vocab.term("receipt");
  private static final Node GONE_AT =
      NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");
  private static final Node BECAUSE = Vocab.term("retractedBecause");

  /** What stands in that graph, as a copy, but for the revisions, which are the store's. */
  static History of(DatasetGraph data) {
    Graph book = GraphFactory.createDefaultGraph();
    data.getGraph(Ledger.GRAPH)
        .find()
        .filterDrop(triple -> triple.getSubject().getURI().startsWith(REVISION))
        .forEach(book::add);
    return new History(book);
  }

  /** The same without the ledger of the sources. */
  Graph withoutSources() {
    Graph rest = GraphFactory.createDefaultGraph();
    book.find()
        .filterDrop(triple -> triple.getSubject().getURI().startsWith(Ledger.SOURCE))
        .forEach(rest::add);
    return rest;
  }

  /** The slugs of the documents that were ever put in or taken out. */
  Set<String> documents() {
    Set<String> documents = new TreeSet<>();
    book.find(Node.ANY, DOCUMENT, Node.ANY)
        .forEach(
            triple ->
                documents.add(
                    triple.getObject().getURI().substring((Vocab.ID + "document/").length())));
    return documents;
  }

  /** The receipt that was given for a request with this key. */
  Optional<String> receipt(String key, String requestDigest) {
    Iterator<Triple> found = book.find(Node.ANY, KEY, literal(Digest.of(key)));
    if (!found.hasNext()) {
      return Optional.empty();
    }
    Node submission = found.next().getSubject();
    if (!book.contains(submission, REQUEST, literal(requestDigest))) {
      throw NotTaken.keyReused(key);
    }
    return book.find(submission, RECEIPT, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .nextOptional();
  }

  /** Adds a submission. */
  void add(Receipt receipt, Submission change) {
    Node submission = NodeFactory.createURI(SUBMISSION + receipt.revision());
    book.add(submission, RDF.Nodes.type, TYPE);
    book.add(submission, DOCUMENT, NodeFactory.createURI(receipt.document()));
    book.add(submission, OUTCOME, literal(receipt.outcome().name().toLowerCase(Locale.ROOT)));
    book.add(submission, REQUEST, literal(change.request()));
    book.add(submission, RECEIPT, literal(receipt.json()));
    String key = change.conditions().key();
    if (key != null) {
      book.add(submission, KEY, literal(Digest.of(key)));
    }
  }

  /** Notes that things are described no more. */
  void gone(Collection<Node> things, String because) {
    Node at =
        NodeFactory.createLiteralDT(
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(), XSDDatatype.XSDdateTime);
    Node reason = NodeFactory.createLiteralLang(because, "en");
    for (Node thing : things) {
      back(thing);
      book.add(thing, GONE_AT, at);
      book.add(thing, BECAUSE, reason);
    }
  }

  /** Notes that a thing is described, perhaps again. */
  void back(Node thing) {
    book.remove(thing, GONE_AT, Node.ANY);
    book.remove(thing, BECAUSE, Node.ANY);
  }

  private static Node literal(String text) {
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring);
  }
}
