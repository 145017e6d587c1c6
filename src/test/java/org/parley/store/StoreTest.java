package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoreTest {

  static final Node FACTS = NodeFactory.createURI("https://w3id.org/parley/graph/facts");
  static final Node REGISTER = NodeFactory.createURI("https://w3id.org/parley/graph/register");

  @TempDir Path directory;
  @AutoClose final Store store = Store.inMemory();

  static Graph turtle(String text) {
    return RDFParser.fromString("PREFIX : <http://example.org/> " + text, Lang.TURTLE).toGraph();
  }

  @Test
  void anEmptyStoreHasRevisionNought() {
    assertThat(store.revision()).isEqualTo(new Revision(0, Instant.EPOCH));
  }

  @Test
  void everyChangeIsARevision() {
    Instant before = Instant.now();
    Revision first = store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    Revision second = store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());

    assertThat(first.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(first.at()).isBetween(before.minusMillis(1), second.at());
    assertThat(store.revision()).isEqualTo(second);
    assertThat(ask("{ GRAPH <https://w3id.org/parley/graph/facts> { ?s ?p 2 } }")).isTrue();
    assertThat(ask("{ ?s ?p 1 . ?s <http://example.org/p> 1 }")).isFalse();
  }

  @Test
  void theRevisionStandsInTheDatasetGraph() {
    Revision revision = store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());

    assertThat(
            ask(
                """
                { GRAPH <https://w3id.org/parley/graph/dataset> {
                    <https://w3id.org/parley/revision/1> a <https://w3id.org/parley/ontology#Revision> ;
                      <https://w3id.org/parley/ontology#revisionNumber> 1 ;
                      <http://www.w3.org/ns/prov#endedAtTime> "%s"^^<http://www.w3.org/2001/XMLSchema#dateTime> } }
                """
                    .formatted(revision.at())))
        .isTrue();
  }

  @Test
  void identicalContentIsNoRevision() {
    // spellings that TDB2 does not keep, and language tags that Jena rewrites
    String text =
        ":a :p 01, +72057594037927937, 1.50, '2025-07-23T10:00:00+00:00'^^<x:d>, 'x'@EN-gb, true,"
            + " 2e1 ";
    Revision first = store.replace(Map.of(FACTS, turtle(text)), Set.of(REGISTER));

    assertThat(store.replace(Map.of(FACTS, turtle(text)), Set.of(REGISTER))).isEqualTo(first);
  }

  @Test
  void droppedGraphsAreGone() {
    store.replace(Map.of(FACTS, turtle(":a :p 1"), REGISTER, turtle(":a :q 1")), Set.of());
    store.replace(Map.of(), Set.of(FACTS));

    assertThat(ask("{ ?s <http://example.org/p> ?o }")).isFalse();
    assertThat(ask("{ ?s <http://example.org/q> ?o }")).isTrue();
  }

  @Test
  void bookkeepingOfOthersSharesTheDatasetGraph() {
    store.replace(Map.of(Revisions.GRAPH, turtle(":file :digest 'old'")), Set.of());
    Revision second =
        store.replace(Map.of(Revisions.GRAPH, turtle(":file :digest 'new'")), Set.of());
    assertThat(ask("{ ?s <http://example.org/digest> 'new' }")).isTrue();
    assertThat(ask("{ ?s <http://example.org/digest> 'old' }")).isFalse();
    assertThat(store.revision()).isEqualTo(second);

    Revision third = store.replace(Map.of(), Set.of(Revisions.GRAPH));
    assertThat(ask("{ ?s <http://example.org/digest> ?o }")).isFalse();
    assertThat(store.revision()).isEqualTo(third);
    assertThat(ask("{ <https://w3id.org/parley/revision/1> ?p ?o }")).isTrue();
  }

  @Test
  void unusableContentChangesNothing() {
    Node blank = NodeFactory.createBlankNode();
    Graph good = turtle(":a :p 1");
    Graph variable = turtle("");
    variable.add(FACTS, FACTS, NodeFactory.createVariable("v"));

    assertThatThrownBy(() -> store.replace(Map.of(FACTS, good, blank, good), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is an IRI");
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, good), Set.of(FACTS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both given and dropped");
    assertThatThrownBy(() -> store.replace(Map.of(REGISTER, good, FACTS, variable), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variable");
    Graph large = turtle(":a :p 99999999999999999999");
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, large), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 bits");
    assertThatThrownBy(
            () ->
                store.replace(
                    Map.of(Revisions.GRAPH, turtle("<https://w3id.org/parley/revision/9> :p 1")),
                    Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by the store alone");
    assertThat(store.revision().number()).isZero();
    assertThat(ask("{ ?s ?p ?o }")).isFalse();
  }

  @Test
  void theDatasetIsForReadingOnly() {
    Quad quad = SSE.parseQuad("(<x:g> <x:s> <x:p> <x:o>)");
    assertThatThrownBy(() -> store.dataset().add(quad))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () ->
                store.read(
                    () -> {
                      store.dataset().getGraph(FACTS).add(quad.asTriple());
                      return null;
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(store.revision().number()).isZero();
  }

  @Test
  void aWriteWithinAReadingIsRefused() {
    assertThatThrownBy(() -> store.read(() -> store.replace(Map.of(), Set.of(FACTS))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("within a reading");
  }

  @Test
  void whatWasWrittenIsThereAgain() {
    Revision written;
    try (Store first = Store.open(directory)) {
      first.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      written = first.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
    }
    try (Store again = Store.open(directory)) {
      assertThat(again.revision()).isEqualTo(written);
      assertThat(again.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of())).isEqualTo(written);
      assertThat(again.replace(Map.of(), Set.of(FACTS)).number()).isEqualTo(3);
    }
  }

  @Test
  void aReaderKeepsItsRevisionDuringAWrite() throws Exception {
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      List<Long> seen =
          store.read(
              () -> {
                long before = store.revision().number();
                long written = join(other, () -> store.replace(Map.of(), Set.of(FACTS)).number());
                assertThat(store.dataset().contains(FACTS, Node.ANY, Node.ANY, Node.ANY)).isTrue();
                return List.of(before, written, store.revision().number());
              });
      assertThat(seen).containsExactly(1L, 2L, 1L);
      assertThat(store.revision().number()).isEqualTo(2);
    } finally {
      other.shutdown();
    }
  }

  @Test
  void readersSeeARevisionWhole() throws Exception {
    try (Store onDisk = Store.open(directory)) {
      onDisk.replace(twoGraphs(1), Set.of());
      int readers = 3;
      CyclicBarrier start = new CyclicBarrier(readers + 1);
      try (ExecutorService pool = Executors.newFixedThreadPool(readers)) {
        List<Future<Integer>> readings =
            IntStream.range(0, readers)
                .mapToObj(i -> pool.submit(() -> readUntil(onDisk, 30, start)))
                .toList();
        start.await();
        for (int i = 2; i <= 30; i++) {
          onDisk.replace(twoGraphs(i), Set.of());
        }
        for (Future<Integer> reading : readings) {
          assertThat(reading.get()).isPositive();
        }
      }
    }
  }

  /** Reads until the last revision is seen; in each, both graphs must carry its number alone. */
  private static int readUntil(Store store, long last, CyclicBarrier start) throws Exception {
    start.await();
    int readings = 0;
    long seen = 0;
    while (seen < last) {
      seen =
          store.read(
              () -> {
                long number = store.revision().number();
                for (Node graph : List.of(FACTS, REGISTER)) {
                  assertThat(store.dataset().getGraph(graph).stream().toList())
                      .hasSize(50)
                      .allMatch(t -> t.getObject().getLiteralValue().equals((int) number));
                }
                return number;
              });
      readings++;
    }
    return readings;
  }

  private static Map<Node, Graph> twoGraphs(int number) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 50).forEach(i -> text.append(":s%d :p %d . ".formatted(i, number)));
    return Map.of(FACTS, turtle(text.toString()), REGISTER, turtle(text.toString()));
  }

  private static <T> T join(ExecutorService pool, Callable<T> work) {
    try {
      return pool.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private boolean ask(String pattern) {
    return store.read(
        () -> QueryExec.dataset(store.dataset()).query("ASK " + pattern).build().ask());
  }
}
