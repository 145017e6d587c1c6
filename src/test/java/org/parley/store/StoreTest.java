package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StoreTest {

  static final Node FACTS = NodeFactory.createURI("https://w3id.org/parley/graph/facts");
  static final Node REGISTER = NodeFactory.createURI("https://w3id.org/parley/graph/register");

  @TempDir Path directory;

  static Graph turtle(String text) {
    return RDFParser.fromString("PREFIX : <http://example.org/> " + text, Lang.TURTLE).toGraph();
  }

  @Test
  void aReaderKeepsItsRevisionDuringAWrite() {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
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
      onDisk.replace(StoreContractTest.twoGraphs(1), Set.of());
      int readers = 3;
      CyclicBarrier start = new CyclicBarrier(readers + 1);
      try (ExecutorService pool = Executors.newFixedThreadPool(readers)) {
        List<Future<Integer>> readings =
            IntStream.range(0, readers)
                .mapToObj(i -> pool.submit(() -> readFrom(start, onDisk)))
                .toList();
        start.await();
        for (int i = 2; i <= 30; i++) {
          onDisk.replace(StoreContractTest.twoGraphs(i), Set.of());
        }
        for (Future<Integer> reading : readings) {
          assertThat(reading.get()).isPositive();
        }
      }
    }
  }

  private static int readFrom(CyclicBarrier start, Store store) throws Exception {
    start.await();
    return StoreContractTest.readUntil(store, 30);
  }

  private static <T> T join(ExecutorService pool, Callable<T> work) {
    try {
      return pool.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
