package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Loaded;
import org.parley.vocab.Vocab;

/** Jena's {@code RDFConnection}: what it is answered is what the same data answers in memory. */
class JenaTest {
  private static final RDFConnection CONNECTION =
      RDFConnectionRemote.newBuilder()
          .destination(Site.BASE)
          .queryEndpoint("sparql")
          .updateEndpoint("sparql")
          .gspEndpoint("graphs")
          .build();

  @AfterAll
  static void close() {
    CONNECTION.close();
  }

  @Test
  void select() {
    CONNECTION.queryResultSet(
        "SELECT (COUNT(*) AS ?n) { GRAPH <" + Vocab.graph("facts") + "> { ?s ?p ?o } }",
        rows ->
            assertThat(rows.next().getLiteral("n").getInt())
                .isPositive()
                .isEqualTo(held(Vocab.graph("facts")).size()));
  }

  @Test
  void ask() {
    String meeting = "<" + Vocab.ID + "meeting/istanbul-2025-07-23>";
    assertThat(CONNECTION.queryAsk("ASK { " + meeting + " ?p ?o }")).isTrue();
    assertThat(CONNECTION.queryAsk("ASK { " + meeting + " a " + meeting + " }")).isFalse();
  }

  @Test
  void construct() {
    Model built =
        CONNECTION.queryConstruct(
            "CONSTRUCT { ?s ?p ?o } { GRAPH <" + Vocab.graph("register") + "> { ?s ?p ?o } }");
    assertIsomorphic(built, held(Vocab.graph("register")));
  }

  @Test
  void describe() {
    Model described =
        CONNECTION.queryDescribe("DESCRIBE <" + Vocab.ID + "meeting/istanbul-2025-07-23>");
    assertThat(described.listSubjects().toList()).hasSize(1);
    assertThat(described.size()).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"facts", "register", "statements", "ontology", "document/000"})
  void fetchesAGraph(String name) {
    assertIsomorphic(CONNECTION.fetch(Vocab.graph(name).getURI()), held(Vocab.graph(name)));
  }

  @Test
  void fetchesTheUnionAsTheDefaultGraph() {
    Model union = CONNECTION.fetch();
    for (String name : new String[] {"facts", "register", "statements", "document/004"}) {
      assertThat(union.getGraph().find().toList())
          .containsAll(held(Vocab.graph(name)).find().toList());
    }
  }

  @Test
  void aGraphThatIsNotThereIsNotFound() {
    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(() -> CONNECTION.fetch(Vocab.graph("document/999").getURI()))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(404));
  }

  @Test
  void aMalformedQueryIsRefused() {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> CONNECTION.queryAsk("ASK { ?s }"));
    try (var sent =
        QueryExecutionHTTP.service(Site.BASE + "/sparql").queryString("ASK { ?s }").build()) {
      assertThatExceptionOfType(QueryExceptionHTTP.class)
          .isThrownBy(sent::execAsk)
          .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(400))
          .satisfies(e -> assertThat(e.getResponse()).contains("\"column\":"));
    }
  }

  @Test
  void nothingCanBeWritten() {
    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(() -> CONNECTION.update("CLEAR ALL"))
        .satisfies(e -> assertThat(e.getStatusCode()).isBetween(400, 499));
    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(() -> CONNECTION.delete(Vocab.graph("facts").getURI()))
        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(405));
  }

  private static void assertIsomorphic(Model answered, Graph held) {
    assertThat(held.isEmpty()).isFalse();
    assertThat(answered.getGraph().isIsomorphicWith(held))
        .as("%d triples answered, %d held", answered.size(), held.size())
        .isTrue();
  }

  private static Graph held(Node name) {
    return Loaded.store()
        .read(
            () -> {
              Graph copy = GraphFactory.createDefaultGraph();
              GraphUtil.addInto(copy, Loaded.store().dataset().getGraph(name));
              return copy;
            });
  }
}
