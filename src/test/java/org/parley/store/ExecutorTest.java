package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.vocab.Vocab;

/** What would be an error, or never end, if the engine were left alone. */
class ExecutorTest {

  private static final String QUERY =
      """
      PREFIX : <https://example.org/>
      SELECT * {
        { SELECT ?a (COUNT(*) AS ?n) { ?a :nowhere ?b } GROUP BY ?a }
        { SELECT ?a (COUNT(*) AS ?m) {
            { SELECT ?a (COUNT(*) AS ?k) { ?a :p ?c } GROUP BY ?a }
            { SELECT ?a (COUNT(*) AS ?l) { ?a :p ?d } GROUP BY ?a }
          } GROUP BY ?a }
      }
      """;

  @Test
  void jenaAloneFails() {
    DatasetGraph plain = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(plain, () -> triple().find().forEach(t -> plain.getDefaultGraph().add(t)));
    assertThatThrownBy(() -> Txn.calculateRead(plain, () -> rows(plain)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void theStoreAnswers() {
    try (Store store = Store.inMemory()) {
      store.replace(Map.of(Vocab.graph("register"), triple()), Set.of());
      long rows = store.read(() -> rows(store.dataset()));
      assertThat(rows).isZero();
    }
  }

  /** Alone, the engine goes on for ever with such a path over some thousand triples. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { ?s ((:p*)*)* ?o }",
        "ASK { ?s (:p+/:q+)+ ?o }",
        "ASK { ?s (:a|^(:b|:p?/:q*))+ ?o }",
        "ASK { ?s ?p ?o MINUS { ?s (:p*)+ ?o } }",
        "SELECT (EXISTS { ?s (:p*)+ ?o } AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o { SELECT ?s { GRAPH ?g { ?s (:p*)+ ?o } } } }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { ?s (:p*)+ ?o })",
        "SELECT (COUNT(EXISTS { ?s (:p*)+ ?o }) AS ?n) { ?s ?p ?o }",
      })
  void aRepetitionWithinARepetitionIsRefused(String query) {
    try (Store store = Store.inMemory()) {
      store.replace(Map.of(Vocab.graph("register"), triple()), Set.of());
      assertThatThrownBy(() -> store.read(() -> run(store.dataset(), query)))
          .isInstanceOf(QueryExecException.class)
          .hasMessageContaining("repeats within a repetition");
      assertThat(store.<Long>read(() -> run(store.dataset(), "SELECT * { ?s :p*/:q? ?o }")))
          .isPositive();
    }
  }

  private static long run(DatasetGraph data, String query) {
    try (QueryExec execution =
        QueryExec.dataset(data).query("PREFIX : <https://example.org/> " + query).build()) {
      return execution.getQuery().isAskType()
          ? (execution.ask() ? 1 : 0)
          : execution.select().stream().count();
    }
  }

  private static Graph triple() {
    Graph graph = GraphFactory.createDefaultGraph();
    String turtle = "PREFIX : <https://example.org/> :s :p :o .";
    RDFParser.create().source(new StringReader(turtle)).lang(Lang.TURTLE).parse(graph);
    return graph;
  }

  private static long rows(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(QUERY).build()) {
      return execution.select().stream().count();
    }
  }
}
