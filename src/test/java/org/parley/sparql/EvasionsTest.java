package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Figure;
import org.parley.store.Store;

/** Ways to reach what is not offered: {@code evasions.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
class EvasionsTest {

  static final List<String> EVASIONS = read();

  /** What an answer never shows: the insides of the engine. */
  private static final List<String> INSIDES =
      List.of("java.", "Exception", "org.apache", "jena.sparql", "\"line\":0");

  @AutoClose private final Store store = Store.inMemory();
  @AutoClose private final Server server;

  EvasionsTest() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node node = NodeFactory.createURI("urn:a");
    graph.add(node, node, node);
    store.replace(Map.of(NodeFactory.createURI("urn:g"), graph), Set.of());
    server = new Server(store, Limits.STANDARD);
  }

  private static List<String> read() {
    try (var in = Objects.requireNonNull(EvasionsTest.class.getResourceAsStream("evasions.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jena alone looks for the class. */
  @Test
  void jenaAloneLoadsWhatAQueryNames() {
    String query =
        "ASK { FILTER(<java:org.apache.jena.sparql.function.library.strlen>('abc') = 3) }";
    try (QueryExec execution =
        QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
      assertThat(execution.ask()).isTrue();
    }
  }

  @ParameterizedTest
  @Tag(Figure.ATTACK)
  @FieldSource("EVASIONS")
  void isRefused(String evasion) throws IOException {
    var response = server.query(evasion);
    assertThat(response.statusCode()).as(response.body()).isIn(400, 403);
    assertThat(response.body()).isNotBlank();
    INSIDES.stream()
        .filter(inside -> !evasion.contains(inside))
        .forEach(inside -> assertThat(response.body()).doesNotContain(inside));
  }

  /** Predicates that Jena takes for functions are predicates here, and no triple has them. */
  @ParameterizedTest
  @Tag(Figure.ATTACK)
  @ValueSource(
      strings = {
        "ASK { (1 2) <http://jena.apache.org/ARQ/list#member> ?x }",
        "ASK { ?l <http://jena.apache.org/ARQ/list#length> ?x }",
        "ASK { ?s <http://www.w3.org/2000/01/rdf-schema#member> ?x }",
        "ASK { ?s (<http://jena.apache.org/ARQ/list#member>|<urn:b>)+ ?v }",
      })
  void isNoFunction(String query) throws IOException {
    var response = server.query(query, "Accept", "text/csv, application/sparql-results+json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("false");
  }
}
