package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** apache/jena#3877: in Jena 5.6 an aborted write spoils a later one that succeeds. */
@Timeout(120)
class AbortTest {

  private static final Quad NEW = quad("new");
  private static final Quad LATER = quad("later-and-longer");

  @TempDir Path directory;

  @BeforeEach
  void aStoreWithTwoGraphs() {
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":s1 :p :o1"), REGISTER, turtle(":s2 :q :o2")), Set.of());
    }
  }

  @Test
  void withoutReopeningTheNextCommitIsUnreadable() {
    DatasetGraphSwitchable tdb = Database.open(directory);
    tdb.begin(TxnType.WRITE);
    addAndRead(tdb);
    tdb.abort();
    tdb.end();
    Txn.executeRead(tdb, () -> readAll(tdb));
    Txn.executeWrite(tdb, () -> tdb.add(LATER));
    Database.close(tdb);

    DatasetGraphSwitchable again = Database.open(directory);
    try {
      assertThatThrownBy(() -> Txn.executeRead(again, () -> readAll(again)))
          .isInstanceOf(TDBException.class);
    } finally {
      Database.close(again);
    }
  }

  @Test
  void theStoreReopensBeforeTheNextWrite() {
    try (Store store = Store.open(directory)) {
      assertThatThrownBy(
              () ->
                  ((EmbeddedEngine) store.engine())
                      .write(
                          dataset -> {
                            addAndRead(dataset);
                            throw new IllegalStateException("planted");
                          }))
          .hasMessage("planted");
      assertThat(store.read(() -> store.dataset().contains(NEW))).isFalse();
      assertThatCode(() -> store.read(() -> readAll(store.dataset()))).doesNotThrowAnyException();

      DatasetGraph before = store.dataset();
      assertThat(
              store.replace(Map.of(LATER.getGraph(), turtle(":a :p 'later'")), Set.of()).number())
          .isEqualTo(2);
      assertThat(store.dataset()).isSameAs(before);
    }
    try (Store store = Store.open(directory)) {
      assertThat(store.read(() -> readAll(store.dataset()))).isEqualTo(9);
    }
  }

  @Test
  void aReadingInProgressEndsBeforeTheStoreReopens() throws Exception {
    try (Store store = Store.open(directory)) {
      assertThatThrownBy(() -> ((EmbeddedEngine) store.engine()).write(AbortTest::fail))
          .hasMessage("planted");
      Thread writer = new Thread(() -> store.replace(Map.of(), Set.of(FACTS)));
      store.read(
          () -> {
            writer.start();
            while (writer.isAlive() && writer.getState() != Thread.State.WAITING) {
              Thread.onSpinWait();
            }
            assertThat(writer.isAlive()).as("the writer waits for this reading").isTrue();
            assertThat(readAll(store.dataset())).isEqualTo(5);
            return true;
          });
      writer.join();
      assertThat(store.revision().number()).isEqualTo(2);
    }
  }

  @Test
  void anInMemoryStoreTakesNoMoreWrites() {
    try (Store store = Store.inMemory()) {
      assertThatThrownBy(() -> ((EmbeddedEngine) store.engine()).write(AbortTest::fail))
          .hasMessage("planted");
      assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("make a new one");
    }
  }

  private static void fail(DatasetGraph dataset) {
    throw new IllegalStateException("planted");
  }

  private static void addAndRead(DatasetGraph dataset) {
    dataset.add(NEW);
    dataset.find(FACTS, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {});
  }

  private static int readAll(DatasetGraph dataset) {
    int count = 0;
    for (var quads = dataset.find(); quads.hasNext(); quads.next()) {
      count++;
    }
    return count;
  }

  private static Quad quad(String name) {
    Node node = NodeFactory.createURI("http://example.org/" + name);
    return new Quad(node, node, node, node);
  }
}
