package org.parley.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the copy in memory answers, and when. */
@Timeout(120)
class ResidentTest {

  private static final String ALL = "SELECT ?o { ?s <http://example.org/p> ?o }";
  private static final String IN = "SELECT ?o { GRAPH %s { ?s <http://example.org/p> ?o } }";

  @TempDir Path directory;
  private EmbeddedEngine engine = new EmbeddedEngine(Database.inMemory(), Space.UNLIMITED);
  private Store store = Store.scratch();
  private Resident resident = engine.keepInMemory(0, Runnable::run);

  @BeforeEach
  void open() {
    engine = new EmbeddedEngine(Database.open(directory), Space.UNLIMITED);
    store = new Store(engine, Changes.none());
    resident = engine.keepInMemory(1L << 30, task -> new Thread(task).start());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aChangeIsAnsweredBeforeTheCopyHasItAndAfter() {
    for (int i = 1; i <= 20; i++) {
      store.replace(Map.of(FACTS, turtle(":a :p " + i)), Set.of());
      assertThat(answers(ALL)).as("at once").containsExactly("" + i);
      awaitCopy();
      assertThat(answers(ALL)).as("copied").containsExactly("" + i);
    }
  }

  @Test
  void whoReadsAnOlderRevisionIsAnsweredFromIt() {
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    awaitCopy();
    List<String> before =
        store.read(
            () -> {
              CompletableFuture.runAsync(
                      () -> {
                        store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
                        awaitCopy();
                      })
                  .join();
              return answers(ALL);
            });
    assertThat(before).containsExactly("1");
    assertThat(answers(ALL)).containsExactly("2");
  }

  /** Changes are made while copies are, and none is forgotten. */
  @Test
  void noChangeIsLostBetweenTwoCopies() {
    for (int i = 1; i <= 200; i++) {
      Node graph = NodeFactory.createURI("http://example.org/g" + i);
      store.replace(Map.of(graph, turtle(":a :p " + i)), Set.of());
    }
    awaitCopy();
    assertThat(answers(ALL)).hasSize(200);
  }

  @Test
  void whatIsInTwoGraphsIsThereOnce() {
    store.replace(Map.of(FACTS, turtle(":a :p 1"), REGISTER, turtle(":a :p 1, 2")), Set.of());
    awaitCopy();
    assertThat(answers(ALL)).containsExactly("1", "2");
    assertThat(answers(IN.formatted("<" + REGISTER.getURI() + ">"))).containsExactly("1", "2");
    assertThat(answers(IN.formatted("?g"))).containsExactly("1", "1", "2");
    store.replace(Map.of(), Set.of(REGISTER));
    awaitCopy();
    assertThat(answers(IN.formatted("?g"))).containsExactly("1");
  }

  @Test
  void aLargeGraphIsFollowedToo() {
    String large =
        IntStream.rangeClosed(1, 100_001).mapToObj(i -> ":a :p " + i).collect(joining("."));
    store.replace(Map.of(FACTS, turtle(large), REGISTER, turtle(":b :p 1. :a :p 5")), Set.of());
    awaitCopy();
    assertThat(answers(ALL)).hasSize(100_002);
    store.replace(Map.of(), Set.of(REGISTER));
    awaitCopy();
    assertThat(answers(ALL)).as("a small one is gone").hasSize(100_001);
    store.replace(Map.of(FACTS, turtle(":a :p 7")), Set.of());
    awaitCopy();
    assertThat(answers(ALL)).as("it became small").containsExactly("7");
  }

  @Test
  void aNumberIsFoundHoweverItIsSpelt() {
    store.replace(Map.of(FACTS, turtle(":a :p 01, 1.50")), Set.of());
    awaitCopy();
    String spelt = "SELECT ?o { ?s <http://example.org/p> %s BIND (0 AS ?o) }";
    assertThat(answers(spelt.formatted("001"))).hasSize(1);
    assertThat(answers(spelt.formatted("1.5"))).hasSize(1);
  }

  @Test
  void aCompactionIsFollowed() {
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    awaitCopy();
    Compaction unused = store.compact();
    awaitCopy();
    assertThat(answers(ALL)).containsExactly("1");
    store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
    awaitCopy();
    assertThat(answers(ALL)).containsExactly("2");
  }

  @Test
  void whatDoesNotFitIsReadFromTheDatabase() {
    resident.end();
    resident = engine.keepInMemory(8000, Runnable::run); // 16 triples, what moves counts twice
    store.replace(Map.of(FACTS, turtle(":a :p 1, 2")), Set.of());
    assertThat(isCopied()).isTrue();
    String more = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).collect(joining(","));
    store.replace(Map.of(FACTS, turtle(":a :p " + more)), Set.of());
    assertThat(isCopied()).isFalse();
    assertThat(answers(ALL)).hasSize(20);
    store.replace(Map.of(FACTS, turtle(":a :p 3")), Set.of());
    assertThat(isCopied()).as("once is enough").isFalse();
    assertThat(answers(ALL)).containsExactly("3");
  }

  private boolean isCopied() {
    return store.read(() -> resident.seen() != null);
  }

  private void awaitCopy() {
    while (!isCopied()) {
      Thread.onSpinWait();
    }
  }

  private List<String> answers(String query) {
    return store.read(
        () -> {
          try (QueryExec execution = QueryExec.dataset(store.dataset()).query(query).build()) {
            List<String> answers = new ArrayList<>();
            execution
                .select()
                .forEachRemaining(row -> answers.add(row.get("o").getLiteralLexicalForm()));
            return answers.stream().sorted().toList();
          }
        });
  }
}
