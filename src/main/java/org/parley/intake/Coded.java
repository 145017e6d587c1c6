package org.parley.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * Those coded events that documents speak of, with all that the rules ask about them: descriptions,
 * and the assertions, denials and doubts of their propositions with the evidence. It is as large as
 * what the documents say, not as the tables are.
 *
 * @param data the data set that holds all events
 * @param graphs what there is of each graph of theirs; of the facts only the types
 * @param propositions those among it
 */
record Coded(DatasetGraph data, Map<Node, Graph> graphs, Set<Node> propositions) {

  static final Node FACTS = Vocab.graph("facts/events");

  private static final Node REGISTER = Vocab.graph("register/events");
  private static final Node STATEMENTS = Vocab.graph("statements/events");
  private static final Node SUBJECT = Vocab.term("subject");
  private static final Node PREDICATE = Vocab.term("predicate");
  private static final Node OBJECT = Vocab.term("object");
  private static final Node SINGLE = Vocab.term("singleValued");
  private static final List<Node> HOLD =
      List.of(Vocab.term("Assertion"), Vocab.term("Denial"), Vocab.term("Doubt"));

  /** Those that some graphs speak of. */
  static Coded of(DatasetGraph data, Iterable<Graph> graphs) {
    Coded coded = new Coded(data, new HashMap<>(), new HashSet<>());
    if (data.contains(REGISTER, Node.ANY, Node.ANY, Node.ANY)) {
      Deque<Node> next = new ArrayDeque<>();
      for (Graph graph : graphs) {
        graph.find().forEach(triple -> follow(triple, next));
      }
      Set<Node> spoken = new HashSet<>(next);
      coded.gather(next);
      graphs.forEach(coded::rivals);
      spoken.forEach(coded::user);
    }
    return coded;
  }

  private static void follow(Triple triple, Deque<Node> next) {
    for (Node node : List.of(triple.getSubject(), triple.getObject())) {
      if (node.isURI() && node.getURI().startsWith(Vocab.ID)) {
        next.add(node);
      }
    }
  }

  private void gather(Deque<Node> next) {
    Set<Node> seen = new HashSet<>();
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (seen.add(node)) {
        List<Quad> told =
            Iter.iter(data.find(Node.ANY, node, Node.ANY, Node.ANY))
                .filter(quad -> Vocab.ofEvents(quad.getGraph()))
                .filter(quad -> !quad.getGraph().equals(FACTS) || isType(quad.asTriple()))
                .toList();
        for (Quad quad : told) {
          graph(quad.getGraph()).add(quad.asTriple());
          follow(quad.asTriple(), next);
          if (quad.getPredicate().equals(SUBJECT)) {
            propositions.add(node);
          }
        }
        if (!told.isEmpty()) {
          next.addAll(users(node));
        }
      }
    }
  }

  /** The stances that hold a proposition, as the rules count them; the evidence of a stance. */
  private List<Node> users(Node node) {
    List<Node> users =
        Iter.iter(data.find(STATEMENTS, Node.ANY, Vocab.term("content"), node))
            .map(Quad::getSubject)
            .filter(
                stance ->
                    HOLD.stream()
                        .anyMatch(t -> data.contains(STATEMENTS, stance, RDF.Nodes.type, t)))
            .toList();
    Iter.iter(data.find(Node.ANY, Node.ANY, Vocab.term("attests"), node))
        .filter(quad -> Vocab.ofEvents(quad.getGraph()))
        .forEach(quad -> users.add(quad.getSubject()));
    return users;
  }

  /** Propositions of the same thing as one in a graph: of its object, or by its single value. */
  private void rivals(Graph graph) {
    Deque<Node> rivals = new ArrayDeque<>();
    graph
        .find(Node.ANY, SUBJECT, Node.ANY)
        .filterKeep(about -> graph(REGISTER).contains(about.getObject(), Node.ANY, Node.ANY))
        .forEach(
            about ->
                data.find(STATEMENTS, Node.ANY, SUBJECT, about.getObject())
                    .forEachRemaining(
                        other -> {
                          if (same(graph, about.getSubject(), PREDICATE, other.getSubject())
                              || same(graph, about.getSubject(), OBJECT, other.getSubject())) {
                            rivals.add(other.getSubject());
                          }
                        }));
    gather(rivals);
  }

  /** One of those who refer to a thing, so that it is known to be of use. */
  private void user(Node thing) {
    if (graph(REGISTER).contains(thing, Node.ANY, Node.ANY)) {
      Deque<Node> one = new ArrayDeque<>();
      Iterator<Quad> users = data.find(STATEMENTS, Node.ANY, Node.ANY, thing);
      if (users.hasNext()) {
        one.add(users.next().getSubject());
      }
      Iter.close(users);
      gather(one);
    }
  }

  private boolean same(Graph graph, Node one, Node property, Node other) {
    return graph
        .find(one, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(
            value -> property.equals(OBJECT) || data.contains(Node.ANY, value, SINGLE, Node.ANY))
        .filterKeep(value -> data.contains(STATEMENTS, other, property, value))
        .hasNext();
  }

  private Graph graph(Node name) {
    return graphs.computeIfAbsent(name, n -> GraphFactory.createDefaultGraph());
  }

  private static boolean isType(Triple triple) {
    return triple.getPredicate().equals(RDF.Nodes.type);
  }

  /** Takes out of a graph of documents what the events tell: each triple stands in one graph. */
  Graph apart(Node name, Graph graph) {
    Graph own = graphs.get(events(name));
    if (own != null) {
      own.find().forEach(graph::delete);
    }
    return graph;
  }

  /** The graph of events that belongs to a layer. */
  static Node events(Node layer) {
    return NodeFactory.createURI(layer.getURI() + "/events");
  }

  /**
   * What becomes of the facts.
   *
   * @param all those that follow from documents and from these events
   * @param own those that follow from the propositions here
   */
  Derived facts(Graph all, Graph own) {
    Set<Quad> removed = new HashSet<>();
    for (Node proposition : propositions) {
      Iter.iter(data.find(FACTS, its(SUBJECT, proposition), Node.ANY, its(OBJECT, proposition)))
          .filter(quad -> !isType(quad.asTriple()) && !own.contains(quad.asTriple()))
          .forEach(removed::add);
    }
    Set<Quad> added =
        own.find().mapWith(t -> new Quad(FACTS, t)).filterDrop(data::contains).toSet();
    if (!graphs.isEmpty()) {
      all.find().mapWith(t -> new Quad(FACTS, t)).toList().stream()
          .filter(t -> added.contains(t) || (data.contains(t) && !removed.contains(t)))
          .forEach(fact -> all.delete(fact.asTriple()));
      own.find().forEach(graph(FACTS)::add);
    }
    return new Derived(all, graph(FACTS), added, removed);
  }

  private Node its(Node property, Node proposition) {
    return graph(STATEMENTS).find(proposition, property, Node.ANY).next().getObject();
  }
}
