package org.parley.intake;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * What rests on what. A document rests on everything it refers to, and on what that refers to in
 * turn, as far as the statements and the register describe it; but on a stance only where it
 * attests it, not where another stance answers it.
 */
record Rests(DatasetGraph data) {

  private static final List<Node> LAYERS =
      List.of(
          Bundle.STATEMENTS,
          Coded.events(Bundle.STATEMENTS),
          Bundle.REGISTER,
          Coded.events(Bundle.REGISTER));
  private static final Node ATTESTS = Vocab.term("attests");
  private static final String STANCE = Vocab.ID + "stance/";

  /** A document with all that it rests on. */
  Bundle bundle(String id) {
    Graph document = copy(data.getGraph(Bundle.graph(id)));
    Graph statements = GraphFactory.createDefaultGraph();
    Graph register = GraphFactory.createDefaultGraph();
    for (Node subject : of(document)) {
      gather(Bundle.STATEMENTS, subject, statements);
      gather(Bundle.REGISTER, subject, register);
    }
    return new Bundle(id, document, statements, register);
  }

  private void gather(Node layer, Node subject, Graph into) {
    for (Node part : List.of(layer, Coded.events(layer))) {
      data.find(part, subject, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> into.add(quad.asTriple()));
    }
  }

  /** The subjects of statements and register that the graph of a document rests on. */
  Set<Node> of(Graph document) {
    Set<Node> found = new LinkedHashSet<>();
    Deque<Node> next = new ArrayDeque<>();
    document.find().forEach(triple -> follow(triple, next));
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (!found.contains(node)) {
        List<Triple> description = description(node);
        if (!description.isEmpty()) {
          found.add(node);
          description.forEach(triple -> follow(triple, next));
        }
      }
    }
    return found;
  }

  /** What the statements and the register say of a thing. */
  List<Triple> description(Node subject) {
    return LAYERS.stream()
        .flatMap(layer -> Iter.toList(data.find(layer, subject, Node.ANY, Node.ANY)).stream())
        .map(Quad::asTriple)
        .toList();
  }

  /**
   * Those of some subjects that nothing would rest on if the graph of a document were not there.
   */
  Set<Node> alone(Collection<Node> subjects, Node document) {
    Set<Node> alone = new HashSet<>(subjects);
    Deque<Node> alive = new ArrayDeque<>();
    subjects.stream().filter(node -> restedOn(node, alone, document)).forEach(alive::add);
    while (!alive.isEmpty()) {
      Node node = alive.pop();
      if (alone.remove(node)) {
        Deque<Node> next = new ArrayDeque<>();
        description(node).forEach(triple -> follow(triple, next));
        next.stream().filter(alone::contains).forEach(alive::add);
      }
    }
    return alone;
  }

  /** Whether another document, or a description outside of these, refers to a node. */
  private boolean restedOn(Node node, Set<Node> these, Node document) {
    Iterator<Quad> users = data.find(Node.ANY, Node.ANY, Node.ANY, node);
    try {
      return Iter.anyMatch(
          users,
          quad ->
              leads(quad.asTriple())
                  && (LAYERS.contains(quad.getGraph())
                      ? !these.contains(quad.getSubject())
                      : isDocument(quad.getGraph()) && !quad.getGraph().equals(document)));
    } finally {
      Iter.close(users);
    }
  }

  private static boolean isDocument(Node graph) {
    return graph.getURI().startsWith(Vocab.GRAPH + "document/");
  }

  static void follow(Triple triple, Deque<Node> next) {
    if (leads(triple)) {
      next.add(triple.getObject());
    }
  }

  private static boolean leads(Triple triple) {
    Node object = triple.getObject();
    return object.isURI()
        && !triple.getPredicate().equals(RDF.Nodes.type)
        && (!object.getURI().startsWith(STANCE) || triple.getPredicate().equals(ATTESTS));
  }

  static Graph copy(Graph graph) {
    Graph copy = GraphFactory.createDefaultGraph();
    graph.find().forEach(copy::add);
    return copy;
  }
}
