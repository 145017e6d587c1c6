package org.parley.store;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/** What is to be added and removed, so that the named graphs hold what they are to hold. */
record Difference(Collection<Quad> added, Collection<Quad> removed) {

  /**
   * Compares what is stored with what is wanted, in the current read transaction.
   *
   * @throws IllegalArgumentException when a graph's name is not an IRI or is both given and
   *     dropped, a term is a variable, or a triple is among the store's own
   */
  static Difference between(DatasetGraph stored, Map<Node, Graph> contents, Set<Node> dropped) {
    Set<Quad> added = new HashSet<>();
    Set<Quad> removed = new HashSet<>();
    contents.forEach(
        (name, graph) -> {
          Set<Quad> wanted = wanted(name, graph);
          Set<Quad> present = present(stored, name);
          wanted.stream().filter(quad -> !present.contains(quad)).forEach(added::add);
          present.stream().filter(quad -> !wanted.contains(quad)).forEach(removed::add);
        });
    for (Node name : dropped) {
      require(!contents.containsKey(name), "Graph %s is both given and dropped", name);
      removed.addAll(present(stored, name));
    }
    return new Difference(added, removed);
  }

  /**
   * All that is stored, as a difference from nothing: found again each time, in the read
   * transaction of whoever asks for it.
   */
  static Difference everything(DatasetGraph stored) {
    return new Difference(
        new AbstractCollection<>() {
          @Override
          public Iterator<Quad> iterator() {
            return stored.find();
          }

          @Override
          public int size() {
            return Math.toIntExact(Iter.count(stored.find()));
          }
        },
        Set.of());
  }

  /** Adds more. */
  void add(List<Quad> more) {
    for (Quad quad : more) {
      Node object = asStored(quad.getObject());
      added.add(new Quad(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object));
    }
  }

  /** Adds another. */
  Difference and(Difference more) {
    added.addAll(more.added);
    removed.addAll(more.removed);
    return this;
  }

  /** The names of the graphs that it changes. */
  Set<Node> graphs() {
    return Stream.concat(added.stream(), removed.stream())
        .map(Quad::getGraph)
        .collect(Collectors.toSet());
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  private static Set<Quad> present(DatasetGraph stored, Node name) {
    require(name.isURI(), "A graph's name is an IRI, and %s is none", name);
    Set<Quad> quads = new HashSet<>();
    stored
        .find(name, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (!Revisions.owns(quad)) {
                quads.add(quad);
              }
            });
    return quads;
  }

  private static Set<Quad> wanted(Node name, Graph graph) {
    Set<Quad> quads = new HashSet<>();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              Quad quad =
                  new Quad(
                      name,
                      triple.getSubject(),
                      triple.getPredicate(),
                      asStored(triple.getObject()));
              require(quad.isConcrete(), "A variable cannot be stored: %s", triple);
              require(
                  !Revisions.owns(quad), "Revisions are written by the store alone: %s", triple);
              quads.add(quad);
            });
    return quads;
  }

  /** The term as TDB2 gives it back: integers and small values are kept without their spelling. */
  private static Node asStored(Node term) {
    NodeId inline = NodeIdInline.inline(term);
    if (inline != null) {
      return NodeIdInline.extract(inline);
    }
    if (!term.isLiteral() || !XSDDatatype.XSDinteger.equals(term.getLiteralDatatype())) {
      return term;
    }
    Node kept = ThriftConvert.convert(ThriftConvert.convert(term, true));
    require(term.sameValueAs(kept), "An integer of more than 64 bits cannot be stored: %s", term);
    return kept;
  }

  private static void require(boolean condition, String message, Object about) {
    if (!condition) {
      throw new IllegalArgumentException(message.formatted(about));
    }
  }
}
