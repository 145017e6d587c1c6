package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.parley.vocab.Vocab;

/** A join whose left side is empty, with a join on its right: an empty answer, not an error. */
class OpenedJoinsTest {

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
