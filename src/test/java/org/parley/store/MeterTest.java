package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.vocab.Vocab;

/** What grows without bound in the engine alone, and is weighed here. */
@Timeout(60)
class MeterTest {

  private static final long MEGABYTE = 1 << 20;

  @AutoClose private final Store store = Store.inMemory();
  private final DatasetGraph plain = DatabaseMgr.createDatasetGraph();

  MeterTest() {
    Graph graph = triples(200);
    store.replace(Map.of(Vocab.graph("register"), graph), Set.of());
    Txn.executeWrite(plain, () -> graph.find().forEach(t -> plain.getDefaultGraph().add(t)));
  }

  /** Two hundred subjects, all with one object, so that paths to and fro multiply. */
  private static Graph triples(int count) {
    Graph graph = GraphFactory.createDefaultGraph();
    var p = NodeFactory.createURI("https://example.org/p");
    var o = NodeFactory.createURI("https://example.org/o");
    IntStream.range(0, count)
        .mapToObj(i -> NodeFactory.createURI("https://example.org/s" + i))
        .forEach(s -> graph.add(Triple.create(s, p, o)));
    return graph;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY CONCAT(STR(?f), STR(?a)) LIMIT 39000",
        "SELECT * { ?a ?b ?c } ORDER BY REPLACE(REPLACE(STR(?a), '.', 'xxxxxxxxxxxxxxxxxxxx'), 'x',"
            + " 'yyyyyyyyyyyyyyyyyyyy')",
        "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f }",
        "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
        "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (GROUP_CONCAT(STR(?a)) AS ?all) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT ?a ?d (SAMPLE(REPLACE(STR(?a), '.', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx')) AS ?x)"
            + " { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
        "SELECT * { { SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 40000 } { SELECT * { ?a ?b ?x ."
            + " ?d ?e ?y } LIMIT 40000 } } LIMIT 1",
        "SELECT * { ?a ?b ?c OPTIONAL { { SELECT ?a ?d { ?a ?b ?x . ?d ?e ?y } } FILTER(?a != ?d) }"
            + " }",
        "SELECT * { ?a ?b ?c MINUS { ?a ?b ?z . ?d ?e ?f } }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f { SELECT * { ?a ?y ?z } LIMIT 1 } }",
        "SELECT * { :s1 ((:p/^:p/:p/^:p/:p)|:q) ?x }",
      })
  void whatIsHeldOnToIsWeighed(String text) {
    assertThatCode(() -> rows(plain, text, Meter.unlimited())).doesNotThrowAnyException();
    Meter meter = new Meter(MEGABYTE);
    assertThatThrownBy(() -> store.read(() -> rows(store.dataset(), text, meter)))
        .isInstanceOf(TooMuch.class);
    meter.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BIND(REPLACE('aaaaaaaaaa', 'a', 'aaaaaaaaaa') AS ?x1) BIND(REPLACE(?x1, 'a', ?x1) AS ?x2)"
            + " BIND(REPLACE(?x2, 'a', ?x1) AS ?x3)",
        "BIND(REPLACE('aaaaaaaaaa', '(a+)', '$1$1$1$1$1$1$1$1$1$1') AS ?x1)"
            + " BIND(REPLACE(?x1, '(a+)', '$1$1$1$1$1$1$1$1$1$1') AS ?x2)"
            + " BIND(REPLACE(?x2, '(a+)', '$1$1$1$1$1$1$1$1$1$1') AS ?x3)"
            + " BIND(REPLACE(?x3, '(a+)', '$1$1$1$1$1$1$1$1$1$1$1') AS ?x4)",
        "BIND(STR(:s) AS ?x0) BIND(CONCAT(?x0, ?x0, ?x0, ?x0, ?x0, ?x0, ?x0, ?x0) AS ?x1)"
            + " BIND(CONCAT(?x1, ?x1, ?x1, ?x1, ?x1, ?x1, ?x1, ?x1) AS ?x2)"
            + " BIND(CONCAT(?x2, ?x2, ?x2, ?x2, ?x2, ?x2, ?x2, ?x2) AS ?x3)"
            + " BIND(CONCAT(?x3, ?x3, ?x3, ?x3, ?x3, ?x3, ?x3, ?x3) AS ?x4)"
            + " BIND(CONCAT(?x4, ?x4, ?x4, ?x4, ?x4, ?x4, ?x4, ?x4) AS ?x5)",
        "BIND(ENCODE_FOR_URI(REPLACE(REPLACE('ііііііііііііііііііііі', 'і', 'іііііііііііііііііііі'),"
            + " 'і', 'іііііііііііііііііііііііііі' )) AS ?x0) BIND(ENCODE_FOR_URI(?x0) AS ?x1)",
      })
  void noFunctionMakesAnEndlessString(String binds) {
    String text = "SELECT * { " + binds + " }";
    assertThat(rows(plain, text, Meter.unlimited())).isEqualTo(1);
    assertThatThrownBy(() -> store.read(() -> rows(store.dataset(), text, new Meter(MEGABYTE))))
        .isInstanceOf(TooMuch.class)
        .hasMessageContaining("100,000 characters");
  }

  /** A filter takes an exception for a row that it keeps out: here the query ends. */
  @Test
  void whatIsTooMuchWithinAFilterEndsTheQuery() {
    String text =
        "SELECT * { ?a ?b ?c FILTER(STRLEN(REPLACE(REPLACE('aaaaaaaaaa', 'a', 'bbbbbbbbbb'), 'b', '"
            + "x".repeat(2_000)
            + "')) > 1) }";
    assertThatThrownBy(() -> store.read(() -> rows(store.dataset(), text, new Meter(MEGABYTE))))
        .isInstanceOf(TooMuch.class);
  }

  @Test
  void whatIsGivenBackCountsNoMore() {
    String text = "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?x ?y ?z MINUS { ?a ?b ?z } } }";
    Meter meter = new Meter(MEGABYTE);
    store.read(() -> rows(store.dataset(), text, meter));
    assertThat(meter.kept()).isZero();
  }

  @Test
  void allTogetherKeepHalfOfTheHeap() {
    long all = Runtime.getRuntime().maxMemory() / 2;
    Meter first = new Meter(all);
    first.keep(all - MEGABYTE);
    Meter second = new Meter(all);
    assertThatThrownBy(() -> second.keep(2 * MEGABYTE)).isInstanceOf(QueryCancelledException.class);
    assertThat(second.stopped()).isInstanceOf(Overloaded.class);
    second.close();
    first.close();
    Meter third = new Meter(all);
    third.keep(2 * MEGABYTE);
    third.close();
  }

  private static long rows(DatasetGraph data, String text, Meter meter) {
    Query query = QueryFactory.create("PREFIX : <https://example.org/> " + text);
    return Txn.calculateRead(
        data,
        () -> {
          try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            meter.measure(execution.getContext());
            return execution.select().stream().count();
          } catch (QueryCancelledException e) {
            throw Objects.requireNonNull(meter.stopped());
          }
        });
  }
}
