package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many quads at once: the same as one by one, in every index, whole or not at all. */
class BulkTest {

  @TempDir private Path folder;

  @Test
  void manyAreTheSameAsOneByOne() {
    Random random = new Random(5);
    Set<Quad> first = quads(random, 15_000);
    Set<Quad> second = quads(random, 15_000);
    second.removeAll(first);
    Set<Quad> all = new LinkedHashSet<>(first);
    all.addAll(second);
    try (Store store = Store.open(folder)) {
      assertThat(store.extend(first, Set.of()).number()).isEqualTo(1);
      assertThat(store.extend(second, Set.of()).number()).isEqualTo(2);
      assertSame(store, all);
      Quad gone = all.iterator().next();
      all.remove(gone);
      var unused = store.extend(Set.of(), Set.of(gone));
      assertSame(store, all);
    }
    try (Store again = Store.open(folder)) {
      assertSame(again, all);
      assertThat(again.changes().newestFirst(4, 4))
          .extracting(Change::added)
          .containsExactly(3L, second.size() + 3L, first.size() + 3L);
    }
  }

  @Test
  void whatFailsHalfWayLeavesNothing() {
    Set<Quad> quads = quads(new Random(6), 12_000);
    Set<Quad> spoilt = new LinkedHashSet<>(quads);
    spoilt.add(new Quad(iri("g"), Node.ANY, iri("p"), iri("o")));
    try (Store store = Store.open(folder)) {
      var before = store.replace(one(), Set.of());
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> store.extend(spoilt, Set.of()));
      assertThat(store.revision()).isEqualTo(before);
      assertThat(store.extend(quads, Set.of()).number()).isEqualTo(2);
      quads.add(new Quad(iri("one"), iri("s"), iri("p"), iri("o")));
      assertSame(store, quads);
    }
  }

  private static Map<Node, Graph> one() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(Triple.create(iri("s"), iri("p"), iri("o")));
    return Map.of(iri("one"), graph);
  }

  private static void assertSame(Store store, Set<Quad> wanted) {
    store.read(
        () -> {
          assertThat(own(store, Node.ANY, Node.ANY, Node.ANY)).isEqualTo(wanted);
          for (Quad quad : wanted.stream().limit(300).toList()) {
            Node s = quad.getSubject();
            Node p = quad.getPredicate();
            Node o = quad.getObject();
            for (Node[] pattern :
                List.of(
                    new Node[] {s, Node.ANY, Node.ANY},
                    new Node[] {Node.ANY, p, o},
                    new Node[] {Node.ANY, Node.ANY, o},
                    new Node[] {s, Node.ANY, o})) {
              Triple asked = Triple.create(pattern[0], pattern[1], pattern[2]);
              assertThat(own(store, pattern[0], pattern[1], pattern[2]))
                  .isEqualTo(
                      Iter.toSet(
                          wanted.stream().filter(q -> asked.matches(q.asTriple())).iterator()));
            }
          }
          return true;
        });
  }

  private static Set<Quad> own(Store store, Node s, Node p, Node o) {
    return Iter.toSet(
        Iter.iter(store.dataset().find(Node.ANY, s, p, o)).filter(q -> !Revisions.owns(q)));
  }

  private static Set<Quad> quads(Random random, int size) {
    Set<Quad> quads = new LinkedHashSet<>();
    while (quads.size() < size) {
      Node object =
          random.nextBoolean()
              ? iri("o" + random.nextInt(900))
              : NodeFactory.createLiteralString("text " + random.nextInt(5_000));
      quads.add(
          new Quad(
              iri("g" + random.nextInt(3)),
              iri("s" + random.nextInt(4_000)),
              iri("p" + random.nextInt(9)),
              object));
    }
    return quads;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }
}
