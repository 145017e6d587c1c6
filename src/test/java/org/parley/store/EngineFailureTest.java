package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.turtle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.store.Faulty.Fault;

/** A server elsewhere that is down, slow, wrong, or changed by somebody else. */
@Timeout(120)
class EngineFailureTest {

  private static Fuseki fuseki;

  @TempDir Path folder;
  private Faulty between;
  private Store store;

  @BeforeAll
  static void start() {
    fuseki = Fuseki.start();
  }

  @AfterAll
  static void stop() {
    fuseki.close();
  }

  @BeforeEach
  void open() {
    fuseki.empty();
    between = new Faulty("http://localhost:" + fuseki.port());
    store = at(between.address() + "/parley", Duration.ofSeconds(2));
    store.replace(Map.of(FACTS, turtle(":a :p 1, 2, 3, 4, 5, 6, 7, 8, 9")), Set.of());
  }

  @AfterEach
  void close() {
    between.close();
    store.close();
  }

  private Store at(String address, Duration timeout) {
    return new Location(
            address, new Remote(null, null, null, null, timeout, folder.resolve("changes")))
        .open();
  }

  private long count() {
    return store.read(
        () -> {
          long rows = 0;
          try (QueryExec query =
              QueryExec.dataset(store.dataset())
                  .query("SELECT * { ?s <http://example.org/p> ?o }")
                  .build()) {
            for (var all = query.select(); all.hasNext(); all.next()) {
              rows++;
            }
          }
          return rows;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "HALF, Wrong, broke off",
    "CUT, Wrong, broke off",
    "SHORT, Wrong, not well-formed",
    "MORE, Wrong, not well-formed",
    "PAGE, Wrong, text/html",
    "ERROR, Wrong, error 500",
    "REFUSED, Wrong, parley.remote.user",
    "NOT_READY, Down, not ready",
    "SILENT, Slow, silent for 2 seconds",
    "STALLED, Slow, silent for 2 seconds",
    "LOST, Wrong, broke off"
  })
  void aReadingFailsWholeAndTheNextIsAnswered(Fault fault, String failure, String told) {
    assertThat(count()).isEqualTo(9);
    between.spoil(fault, request -> request.contains("example.org"));
    assertThatThrownBy(this::count)
        .hasMessageContaining(told)
        .hasMessageNotContainingAny("localhost", "Exception")
        .extracting(e -> e.getClass().getSimpleName())
        .isEqualTo(failure);
    between.mend();
    assertThat(count()).isEqualTo(9);
  }

  @Test
  void aServerThatIsGoneIsDownUntilItIsBack() {
    int port = fuseki.port();
    fuseki.close();
    assertThatThrownBy(() -> at("http://localhost:" + port + "/parley", Duration.ofSeconds(2)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("cannot be reached");
    between.close();
    assertThatThrownBy(this::count).isInstanceOf(EngineFailure.Down.class);
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
        .isInstanceOf(EngineFailure.Down.class);
    fuseki = Fuseki.start(port);
  }

  /** The answer to a change is lost, but not the change: asking for the revision shows it. */
  @Test
  void aChangeWhoseAnswerIsLostIsFoundMade() {
    between.spoil(Fault.LOST, request -> request.startsWith("DELETE"));
    assertThat(store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of()).number()).isEqualTo(2);
    between.mend();
    assertThat(count()).isEqualTo(1);
    ChangesTest.assertReplays(store);
  }

  @Test
  void aChangeThatIsNotAnsweredIsInDoubtAndSettledBeforeTheNext() {
    between.spoil(Fault.SILENT, request -> request.startsWith("DELETE"));
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of()))
        .isInstanceOf(EngineFailure.Slow.class)
        .hasMessageContaining("may be stored or not")
        .hasMessageContaining("Idempotency-Key");
    assertThat(store.revision().number()).isEqualTo(1);
    between.mend();
    assertThat(store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()).number()).isEqualTo(2);
    assertThat(store.read(() -> store.dataset().getGraph(FACTS).size())).isEqualTo(1);
    ChangesTest.assertReplays(store);

    between.spoil(Fault.LOST, request -> true); // not even the revision is told
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 3")), Set.of()))
        .isInstanceOf(EngineFailure.class);
    between.mend();
    assertThat(store.replace(Map.of(FACTS, turtle(":a :p 4")), Set.of()).number())
        .isBetween(3L, 4L);
    ChangesTest.assertReplays(store);
  }

  /** Somebody else's change: a reading that it overtakes is refused, and the log begins anew. */
  @Test
  void anotherProcessMayWriteToo() {
    try (Store other = at(fuseki.address(), Duration.ofSeconds(30))) {
      assertThatThrownBy(
              () ->
                  store.read(
                      () -> {
                        long before = store.revision().number();
                        assertThat(store.dataset().contains(FACTS, Node.ANY, Node.ANY, Node.ANY))
                            .isTrue();
                        inAnother(() -> other.replace(Map.of(FACTS, turtle(":a :p 0")), Set.of()));
                        return before;
                      }))
          .isInstanceOf(EngineFailure.Moved.class);
      assertThat(store.revision().number()).isEqualTo(2);
      assertThat(count()).isEqualTo(1);
      assertThat(store.replace(Map.of(FACTS, turtle(":a :p 7")), Set.of()).number()).isEqualTo(3);
      ChangesTest.assertReplays(store);
    }
  }

  /** Two changes to one revision: the later is not made, whatever it would change. */
  @Test
  void aChangeOfWhatIsNoLongerTheNewestIsRefused() {
    Revision next = new Revision(2, Instant.EPOCH);
    Difference difference =
        store.read(
            () -> Difference.between(store.dataset(), Map.of(FACTS, turtle(":x :p 1")), Set.of()));
    fuseki.update(
        "INSERT DATA { GRAPH <https://w3id.org/parley/graph/dataset> {"
            + " <https://w3id.org/parley/revision/2> a <https://w3id.org/parley/ontology#Revision>"
            + " ; <https://w3id.org/parley/ontology#revisionNumber> 2 ;"
            + " <http://www.w3.org/ns/prov#endedAtTime>"
            + " '2026-01-01T00:00:00Z'^^<http://www.w3.org/2001/XMLSchema#dateTime> } }");
    assertThatThrownBy(() -> store.engine().write(next, difference, () -> {}))
        .isInstanceOf(EngineFailure.Moved.class)
        .hasMessageContaining("nothing else was changed");
    assertThat(count()).isEqualTo(9);
  }

  /** It would end where the server reads its end, and what follows be carried out. */
  @Test
  void whatIsNoIriIsNotSent() {
    Node broken = NodeFactory.createURI("x:g> { } } ; DROP ALL #");
    assertThatThrownBy(() -> store.replace(Map.of(broken, turtle(":a :p 1")), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    Graph graph = turtle("");
    graph.add(FACTS, FACTS, NodeFactory.createLiteralDT("1", NodeFactory.getType("x:t> ")));
    assertThatThrownBy(() -> store.replace(Map.of(FACTS, graph), Set.of()))
        .isInstanceOf(RuntimeException.class);
    DatasetDescription chosen = DatasetDescription.create(List.of(broken.getURI()), List.of());
    store.read(
        () -> {
          assertThatThrownBy(
                  () -> DynamicDatasets.dynamicDataset(chosen, store.dataset(), false).isEmpty())
              .isInstanceOf(IllegalArgumentException.class);
          return true;
        });
    assertThat(count()).isEqualTo(9);
  }

  @Test
  void whoeverAsksNoLongerEndsTheRequest() {
    between.spoil(Fault.SILENT, request -> request.contains("example.org"));
    store.read(
        () -> {
          try (QueryExec query =
              QueryExec.dataset(store.dataset())
                  .query("SELECT * { ?s <http://example.org/p> ?o }")
                  .build()) {
            Meter meter = new Meter();
            meter.measure(query.getContext());
            Thread.ofVirtual().start(() -> meter.stop(new Overloaded("planted")));
            assertThatThrownBy(() -> query.select().hasNext())
                .isInstanceOf(QueryCancelledException.class);
          }
          return true;
        });
  }

  @Test
  void aStoreThatCannotBeUsedSaysWhatToDo() {
    try (Fuseki plain = Fuseki.startWithoutUnion()) {
      plain.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }");
      assertThatThrownBy(() -> at(plain.address(), Duration.ofSeconds(30)))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("Parley did not write it");
      plain.empty();
      try (Store without = at(plain.address(), Duration.ofSeconds(30))) {
        assertThatThrownBy(() -> without.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of()))
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("tdb2:unionDefaultGraph true");
      }
      assertThatThrownBy(() -> at(plain.address(), Duration.ofSeconds(30)))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("tdb2:unionDefaultGraph true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@localhost/ds, parley.remote.user",
    "http:/localhost, such as http",
    "https://localhost/ds#x, such as http"
  })
  void anAddressThatIsNoneIsRefused(String address, String told) {
    assertThatThrownBy(() -> at(address, Duration.ofSeconds(2))).hasMessageContaining(told);
  }

  @Test
  void aPasswordIsNeverShown() {
    Remote remote = new Remote(null, null, "me", "secret", null, null);
    assertThat(remote.toString()).contains("me").doesNotContain("secret");
  }

  private static void inAnother(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
