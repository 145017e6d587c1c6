package org.parley.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * What some rows come to, each triple in the graph of its layer, together with what follows from it
 * by the rules ({@code ontology/rules}): the types above a type, and the facts.
 */
final class Chunk {

  static final Node REGISTER = Vocab.graph("register/events");

  private static final Node STATEMENTS = Vocab.graph("statements/events");
  private static final Node FACTS = Vocab.graph("facts/events");
  private static final Node PROPOSITION = Terms.of("Proposition");
  private static final Node SUBJECT = Terms.of("subject");
  private static final Node PREDICATE = Terms.of("predicate");
  private static final Node OBJECT = Terms.of("object");

  private final Terms terms;
  private final Set<Quad> quads = new LinkedHashSet<>();

  Chunk(Terms terms) {
    this.terms = terms;
  }

  Set<Quad> quads() {
    return quads;
  }

  /** Says something of a thing of the register. */
  void register(Node thing, Node property, Node value) {
    quads.add(new Quad(REGISTER, thing, property, value));
  }

  /** Puts a thing into the register. */
  void register(Node thing, Node type) {
    register(thing, RDF.Nodes.type, type);
    for (Node above : terms.superclasses(type)) {
      fact(thing, RDF.Nodes.type, above);
    }
  }

  /** Says something of a proposition or a stance. */
  void state(Node statement, Node property, Node value) {
    quads.add(new Quad(STATEMENTS, statement, property, value));
  }

  /** Makes a stance. */
  void state(Node stance, Node type) {
    typed(STATEMENTS, stance, type);
  }

  /** Says something in the graph of a document. */
  void attest(Node document, Node thing, Node property, Node value) {
    quads.add(new Quad(document, thing, property, value));
  }

  /** Makes an attestation or a passage. */
  void attest(Node document, Node thing, Node type) {
    typed(document, thing, type);
  }

  /** Makes a proposition. */
  void propose(Node proposition, Node subject, Node predicate, Node object) {
    state(proposition, RDF.Nodes.type, PROPOSITION);
    state(proposition, SUBJECT, subject);
    state(proposition, PREDICATE, predicate);
    state(proposition, OBJECT, object);
  }

  /** Derives the facts of a proposition that the document asserts itself and nobody contests. */
  void follow(Node subject, Node predicate, Node object) {
    fact(subject, predicate, object);
    for (Node above : terms.superproperties(predicate)) {
      fact(subject, above, object);
    }
  }

  private void typed(Node graph, Node thing, Node type) {
    quads.add(new Quad(graph, thing, RDF.Nodes.type, type));
    for (Node above : terms.superclasses(type)) {
      if (Terms.ours(above)) {
        fact(thing, RDF.Nodes.type, above);
      }
    }
  }

  private void fact(Node subject, Node predicate, Node object) {
    quads.add(new Quad(FACTS, subject, predicate, object));
  }

  /** The name of the proposition of a triple, which is a function of it. */
  static Node proposition(Node subject, String predicate, Node object) {
    List<String> steps = new ArrayList<>();
    steps.add(slug(subject));
    steps.add(predicate);
    steps.add(slug(object));
    return Terms.thing("proposition", String.join("--", steps));
  }

  private static String slug(Node thing) {
    return thing.getURI().substring(Vocab.ID.length()).replace('/', '-');
  }
}
