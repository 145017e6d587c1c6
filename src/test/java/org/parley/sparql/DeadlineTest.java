package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.queries.DeadlinePassed;
import org.parley.store.Store;

/** Every query here would run for hours. */
@Timeout(30)
class DeadlineTest {

  private static final String CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

  @AutoClose final Store store = filled();

  @AutoClose final Server server = new Server(store, new Limits(10_000, Duration.ofMillis(300)));

  private static Store filled() {
    Graph graph = GraphFactory.createDefaultGraph();
    IntStream.range(0, 1_000)
        .mapToObj(i -> NodeFactory.createURI("http://example.org/" + i))
        .forEach(node -> graph.add(node, node, node));
    Store store = Store.inMemory();
    store.replace(Map.of(NodeFactory.createURI("http://example.org/g"), graph), Set.of());
    return store;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (COUNT(*) AS ?count) " + CROSS,
        "SELECT * " + CROSS + " OFFSET 1000000000",
        "SELECT * " + CROSS + " ORDER BY ?a LIMIT 1",
        "SELECT ?a (COUNT(*) AS ?count) " + CROSS + " GROUP BY ?a",
        "ASK { " + CROSS + " FILTER(?a = ?o && ?a != ?o) }",
        "CONSTRUCT { ?a ?b ?o } WHERE " + CROSS,
      })
  void aQueryThatTakesTooLongIs503(String query) throws IOException {
    HttpResponse<String> response = server.query(query);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("longer than the 0.3 s allowed");
    assertThat(server.failures).singleElement().isInstanceOf(DeadlinePassed.class);
    assertThat(server.query("ASK {}").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/sparql-results+json", "text/csv"})
  void aResultThatBreaksOffIsNoResult(String format) {
    assertThatThrownBy(() -> server.query("SELECT * " + CROSS, "Accept", format))
        .isInstanceOf(IOException.class);
    assertThat(server.failures).isEmpty();
  }
}
