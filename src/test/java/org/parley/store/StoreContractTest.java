package org.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store does, wherever its data are. */
@Timeout(120)
@ParameterizedClass
@MethodSource("engines")
class StoreContractTest {

  enum Engine {
    DIRECTORY,
    MEMORY,
    REMOTE,
    /** One that runs already, where {@code contract.query} and {@code contract.update} say. */
    OTHER
  }

  static Stream<Engine> engines() {
    return Stream.of(Engine.values()).filter(engine -> engine != Engine.OTHER || !OTHER.isEmpty());
  }

  private static final String OTHER = System.getProperty("contract.query", "");
  private static final String OTHER_UPDATE = System.getProperty("contract.update", OTHER);
  private static final List<byte[]> EMPTY =
      List.of("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }".getBytes(UTF_8));

  private static @Nullable Fuseki fuseki;

  private final Engine engine;
  @TempDir Path directory;
  private Store store = Store.scratch();

  StoreContractTest(Engine engine) {
    this.engine = engine;
  }

  private static Fuseki fuseki() {
    Fuseki running = fuseki;
    if (running == null) {
      running = Fuseki.start();
      fuseki = running;
    }
    return running;
  }

  @BeforeEach
  void open() {
    if (engine == Engine.REMOTE) {
      fuseki().empty();
    } else if (engine == Engine.OTHER) {
      other().update(EMPTY, 0);
    }
    store = location().open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @AfterAll
  static void stop() {
    if (fuseki != null) {
      fuseki.close();
      fuseki = null;
    }
  }

  private Location location() {
    Remote remote = remote();
    return switch (engine) {
      case DIRECTORY -> new Location(directory.toString(), remote);
      case MEMORY -> new Location("memory", remote);
      case REMOTE -> new Location(fuseki().address(), remote);
      case OTHER -> new Location(OTHER, remote);
    };
  }

  private Remote remote() {
    boolean other = engine == Engine.OTHER;
    return new Remote(
        other ? URI.create(OTHER) : null,
        other ? URI.create(OTHER_UPDATE) : null,
        null,
        null,
        null,
        directory.resolve("changes"));
  }

  private Endpoint other() {
    return new Endpoint(URI.create(OTHER), remote());
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
  void whatWasWrittenIsThereAgainButInMemory() {
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    Revision written = store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
    store.close();
    store = location().open();
    if (engine == Engine.MEMORY) {
      assertThat(store.revision().number()).isZero();
      return;
    }
    assertThat(store.revision()).isEqualTo(written);
    assertThat(store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of())).isEqualTo(written);
    assertThat(store.replace(Map.of(), Set.of(FACTS)).number()).isEqualTo(3);
    ChangesTest.assertReplays(store);
  }

  /** Blank nodes, control characters, what lies beyond the first plane. */
  @Test
  void whatIsAwkwardComesBackAndItsLogReplays() {
    String text =
        """
        :a :p 1, 1.5, true, 'x'@EN-gb, "a\\nb\\t\\"c\\\\ \\u0001 \\uFFFD 😀", "Зеленський"@uk, "\\u202Ertl"@ar,
          '2025-07-23T10:00:00+00:00'^^<x:d>,
          _:b, <http://example.org/%20ä> . _:b :q _:c . _:c :q _:b, [] .
        """;
    store.replace(Map.of(FACTS, turtle(text), REGISTER, turtle(":a :p 1")), Set.of());
    assertThat(graph(FACTS).isIsomorphicWith(turtle(text))).isTrue();
    ChangesTest.assertReplays(store);

    Graph same = graph(FACTS); // labels tell blank nodes apart
    assertThat(store.replace(Map.of(FACTS, same), Set.of()).number()).isEqualTo(1);
    Graph less = graph(FACTS);
    less.remove(Node.ANY, turtle(":a :q 1").find().next().getPredicate(), Node.ANY);
    assertThat(store.replace(Map.of(FACTS, less), Set.of()).number()).isEqualTo(2);
    assertThat(graph(FACTS).isIsomorphicWith(less)).isTrue();
    ChangesTest.assertReplays(store);
  }

  @Test
  void aLargeLiteralAndManyGraphs() {
    String large = "Ж\"\\\\n".repeat(300_000);
    Map<Node, Graph> many = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      many.put(
          NodeFactory.createURI("http://example.org/graph/" + i),
          turtle(":s%d :p %d, :same .".formatted(i, i)));
    }
    Graph one = turtle("");
    one.add(FACTS, FACTS, NodeFactory.createLiteralString(large));
    many.put(FACTS, one);
    store.replace(many, Set.of());

    assertThat(graph(FACTS).find().next().getObject().getLiteralLexicalForm()).isEqualTo(large);
    store.read(
        () -> {
          assertThat(store.dataset().listGraphNodes()).toIterable().hasSize(202);
          assertThat(store.dataset().stream().count()).isEqualTo(400 + 1 + 3);
          assertThat(store.dataset().getUnionGraph().size()).isEqualTo(404);
          return true;
        });
    assertThat(store.replace(many, Set.of()).number()).isEqualTo(1);
  }

  @Test
  void everyFormOfQueryIsAnswered() {
    store.replace(
        Map.of(
            FACTS,
            turtle(":a :p 1, 2 . :b :p 3 ; :q _:n . _:n :q 'n'"),
            REGISTER,
            turtle(":a :p 1 ; :r :c")),
        Set.of());
    store.read(
        () -> {
          assertThat(query("SELECT * { ?s :p ?o } ORDER BY ?o").select())
              .toIterable()
              .extracting(row -> row.get("o").getLiteralLexicalForm())
              .containsExactly("1", "2", "3"); // the union has each triple once
          assertThat(
                  query("SELECT (SUM(?o) AS ?sum) { ?s :p ?o } GROUP BY ?s HAVING(SUM(?o) > 3)")
                      .select()
                      .hasNext())
              .isFalse();
          assertThat(query("ASK { GRAPH <%s> { :a :r :c } }".formatted(REGISTER)).ask()).isTrue();
          assertThat(query("ASK { GRAPH <%s> { :a :r :c } }".formatted(FACTS)).ask()).isFalse();
          assertThat(
                  query("CONSTRUCT { ?s :sum _:x . _:x :of ?s } { ?s :p ?o } GROUP BY ?s")
                      .construct()
                      .size())
              .isEqualTo(4);
          assertThat(query("CONSTRUCT { :x :y :z } { :a :p 1 }").construct().size()).isEqualTo(1);
          assertThat(query("CONSTRUCT { :x :y :z } { :a :p 9 }").construct().isEmpty()).isTrue();
          assertThat(query("DESCRIBE :a").describe().size()).isEqualTo(3);
          assertThat(query("DESCRIBE ?s { ?s :q ?x }").describe().size()).isEqualTo(3);
          assertThat(query("SELECT * { ?s :p ?o FILTER NOT EXISTS { ?s :r ?x } }").select())
              .toIterable()
              .hasSize(1);
          return true;
        });
  }

  @Test
  void aQueryMayChooseItsGraphs() {
    store.replace(Map.of(FACTS, turtle(":a :p 1"), REGISTER, turtle(":a :p 2")), Set.of());
    DatasetDescription chosen =
        DatasetDescription.create(List.of(FACTS.getURI()), List.of(REGISTER.getURI()));
    store.read(
        () -> {
          DatasetGraph data = DynamicDatasets.dynamicDataset(chosen, store.dataset(), false);
          RowSet rows =
              QueryExec.dataset(data)
                  .query("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?o")
                  .build()
                  .select();
          assertThat(rows.next().get("g")).isNull();
          assertThat(rows.next().get("g")).isEqualTo(REGISTER);
          assertThat(rows.hasNext()).isFalse();
          return true;
        });
  }

  @Test
  void aReadingSeesOneRevisionOrIsRefused() throws Exception {
    store.replace(twoGraphs(1), Set.of());
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> readings =
          List.of(pool.submit(() -> readUntil(store, 20)), pool.submit(() -> readUntil(store, 20)));
      for (int i = 2; i <= 20; i++) {
        store.replace(twoGraphs(i), Set.of());
      }
      for (Future<Integer> reading : readings) {
        assertThat(reading.get()).isPositive();
      }
    }
  }

  /** Reads until the last revision is seen; in each, both graphs must carry its number alone. */
  static int readUntil(Store store, long last) {
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

  static Map<Node, Graph> twoGraphs(int number) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 50).forEach(i -> text.append(":s%d :p %d . ".formatted(i, number)));
    return Map.of(FACTS, turtle(text.toString()), REGISTER, turtle(text.toString()));
  }

  private Graph graph(Node name) {
    Graph copy = GraphFactory.createDefaultGraph();
    store.read(
        () -> {
          store.dataset().getGraph(name).find().forEach(copy::add);
          return true;
        });
    return copy;
  }

  private QueryExec query(String text) {
    return QueryExec.dataset(store.dataset())
        .query("PREFIX : <http://example.org/> " + text)
        .build();
  }

  private boolean ask(String pattern) {
    return store.read(
        () -> QueryExec.dataset(store.dataset()).query("ASK " + pattern).build().ask());
  }
}
