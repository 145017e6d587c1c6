package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Figure;
import org.parley.queries.DeadlinePassed;
import org.parley.queries.Workers;
import org.parley.store.Overloaded;
import org.parley.store.Store;
import org.parley.store.TooMuch;

/** Heavy queries against a server that others use at the same time. */
@Timeout(120)
@Tag(Figure.ATTACK)
class WorkersTest {

  private static final String PREFIX = "PREFIX : <http://example.org/> ";
  private static final String CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
  private static final String LONG = "application/n-triples, application/sparql-results+json";
  private static final int BROKEN = -1;
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** Alone, each runs for much longer than the deadline, or fills the heap. */
  static final List<String> HEAVY =
      List.of(
          "SELECT * " + CROSS + " ORDER BY ?f ?a",
          "SELECT DISTINCT * " + CROSS,
          "SELECT (GROUP_CONCAT(STR(?a)) AS ?all) " + CROSS,
          "SELECT ?a ?d ?g (COUNT(*) AS ?n) " + CROSS + " GROUP BY ?a ?d ?g",
          "SELECT (COUNT(*) AS ?n) " + CROSS,
          "SELECT (COUNT(*) AS ?n) "
              + CROSS.replace("}", "FILTER(CONCAT(STR(?a), STR(?d)) != '')}"),
          "SELECT (COUNT(*) AS ?n) "
              + CROSS.replace("}", "FILTER(REPLACE(STR(?a), '[a-z]', STR(?d)) != '')}"),
          "ASK { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS ?x) FILTER REGEX(?x,"
              + " '^(a+)+\\\\1b') }",
          "ASK { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS ?x) FILTER(REPLACE(?x,"
              + " '^(.*?a){20}b', '') = '') }",
          "ASK { ?a ?b ?c FILTER REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',"
              + " '^((a+)+)\\\\2b$') }",
          "DESCRIBE ?a ?g " + CROSS,
          "CONSTRUCT { ?a ?d ?g } " + CROSS,
          "SELECT (COUNT(*) AS ?n) { ?a (:p|^:p)* ?b . ?c (:p|^:p)* ?d . ?e (:p|^:p)* ?f }",
          "SELECT (COUNT(*) AS ?n) { ?a (:p/^:p/:p/^:p/:p|:q) ?b }",
          "SELECT * " + CROSS + " OFFSET 2000000000",
          "SELECT * { ?a ?b ?c MINUS " + CROSS + " }");

  @AutoClose private final Store store = filled();

  private static Store filled() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node p = NodeFactory.createURI("http://example.org/p");
    Node o = NodeFactory.createURI("http://example.org/o");
    IntStream.range(0, 500)
        .mapToObj(i -> NodeFactory.createURI("http://example.org/" + i))
        .forEach(node -> graph.add(Triple.create(node, p, o)));
    Store store = Store.inMemory();
    store.replace(Map.of(NodeFactory.createURI("http://example.org/g"), graph), Set.of());
    return store;
  }

  @ParameterizedTest
  @FieldSource("HEAVY")
  void noQueryOutlivesItsDeadline(String query) throws IOException {
    try (Server server = new Server(store, new Limits(10_000, DEADLINE))) {
      long began = System.nanoTime();
      int status = status(server, query);
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertThat(status).isIn(403, 503, BROKEN);
      assertThat(server.failures)
          .hasSize(status == BROKEN ? 0 : 1)
          .hasOnlyElementsOfTypes(DeadlinePassed.class, TooMuch.class, Overloaded.class);
      Figure.OVERRUN.add(took - DEADLINE.toMillis());
      assertThat(took).isLessThan(20_000);
    }
  }

  /** The status of an answer, or that it broke off. */
  private static int status(Server server, String query) {
    try {
      return server.query(PREFIX + query, "Accept", "*/*").statusCode();
    } catch (IOException e) {
      return BROKEN;
    }
  }

  @Test
  void bystandersGetThroughWhileSixtyFourHeavyQueriesRun() throws Exception {
    try (Server server = new Server(store, new Limits(10_000, Duration.ofSeconds(10)));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> heavy =
          Stream.generate(HEAVY::stream)
              .limit(64 / HEAVY.size())
              .flatMap(all -> all)
              .map(query -> clients.submit(() -> status(server, query)))
              .toList();
      List<Long> waits = new ArrayList<>();
      do {
        long began = System.nanoTime();
        assertThat(server.query("ASK { ?s ?p ?o }").statusCode()).isEqualTo(200);
        waits.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      } while (heavy.stream().anyMatch(query -> !query.isDone()));
      for (Future<Integer> query : heavy) {
        assertThat(query.get()).isIn(403, 503, BROKEN);
      }
      waits.sort(null);
      System.out.printf(
          "Bystanders of 64 heavy queries: %d asked, median %d ms, longest %d ms%n",
          waits.size(), waits.get(waits.size() / 2), waits.getLast());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT ?a ?d", "CONSTRUCT { ?a :p ?d }"})
  void anAnswerOfTooManyRowsIsNoAnswer(String form) throws IOException {
    String query = PREFIX + form + " { ?a ?b ?c . ?d ?e ?f } LIMIT ";
    try (Server server = new Server(store, new Limits(10_000, DEADLINE, 5_000, 1 << 30))) {
      assertThat(server.query(query + 5_000, "Accept", LONG).statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> server.query(query + 6_000, "Accept", LONG))
          .isInstanceOf(IOException.class);
    }
    try (Server server = new Server(store, new Limits(10_000, DEADLINE, 5, 1 << 30))) {
      var response = server.query(query + 10, "Accept", "*/*");
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(server.failures.element()).hasMessageContaining("more than 5 rows");
    }
  }

  @Test
  void whoFindsNoPlaceWaitsAndIsTold() throws Exception {
    Workers one = new Workers("test", 1, 1, 0);
    try (Server server = new Server(store, new Limits(10_000, Duration.ofSeconds(10)), one);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first =
          clients.submit(() -> server.query("SELECT (COUNT(*) AS ?n) " + CROSS).statusCode());
      while (one.running().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(server.query("ASK {}").statusCode()).isEqualTo(503);
      assertThat(server.get("/graphs?default", "Accept", "text/turtle").statusCode())
          .isEqualTo(503);
      assertThat(one.running().getFirst().text()).contains("count(*)");
      one.running().getFirst().end(new Overloaded("The operator ended it"));
      assertThat(first.get()).isEqualTo(503);
      assertThat(server.query("ASK {}").statusCode()).isEqualTo(200);
      assertThat(one.running()).isEmpty();
    }
  }
}
