package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.events.Tables;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** Coded events beside documents: faultless, with the facts of the rules, and left alone. */
class EventFactsTest {

  @TempDir private Path folder;

  @Test
  void theFactsAreThoseOfTheRulesAndNothingIsWrong() {
    try (Store store = Tables.store()) {
      var unused = Tables.take(store, Tables.named("icews.tsv"), "icews");
      store.read(
          () -> {
            DatasetGraph data = store.dataset();
            Graph written = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(written, data.getGraph(Derivation.FACTS));
            GraphUtil.addInto(written, data.getGraph(Vocab.graph("facts/events")));
            Graph derived = new Derivation(Loaded.sources()).all(data);
            assertThat(derived.find().toSet()).isEqualTo(written.find().toSet());
            assertThat(Staging.findings(Loaded.sources(), data)).isEmpty();
            return true;
          });
    }
  }

  @Test
  void aRowIsProvenByTheTable() {
    try (Store store = Tables.store()) {
      var unused = Tables.take(store, Tables.named("icews.tsv"), "icews");
      DocumentText text = DocumentText.read(Tables.named("icews.tsv"));
      store.read(
          () -> {
            Graph passages = store.dataset().getGraph(Vocab.graph("document/events-t"));
            var rows = passages.find(Node.ANY, Vocab.term("fragment"), Node.ANY).toList();
            assertThat(rows)
                .hasSize(18)
                .allSatisfy(
                    row ->
                        assertThat(
                                text.holds(
                                    position(passages, row.getSubject(), "start"),
                                    position(passages, row.getSubject(), "end"),
                                    value(passages, row.getSubject(), Vocab.NS + "exactDigest")))
                            .isTrue());
            return true;
          });
    }
  }

  @Test
  void sourcesAndDocumentsLeaveEventsAlone() throws IOException {
    Copy copy = Copy.into(folder);
    try (Store store = Store.inMemory()) {
      new Intake(store, copy.sources()).load();
      var unused = Tables.take(store, Tables.named("icews.tsv"), "icews");
      long events = events(store);
      copy.replace("data/register/actors.ttl", "\"Turkey\"@en", "\"Turkey (state)\"@en");
      new Intake(store, copy.sources()).load();
      assertThat(events(store)).isEqualTo(events).isPositive();

      Submissions submissions = new Submissions(store, copy.sources(), Documents.in(null), 0);
      byte[] bundle = submissions.get("001").trig();
      submissions.retract("001", "a test", Conditions.ANY);
      assertThat(events(store)).isEqualTo(events);
      submissions.put("001", bundle, RdfFormat.TRIG, null, Conditions.ANY);
      assertThat(events(store)).isEqualTo(events);
      assertThat(Tables.take(store, Tables.named("icews.tsv"), "icews").unchanged()).isTrue();
    }
  }

  @Test
  void noDocumentIsCalledAsATableIs() {
    assertThat(Bundle.isId("events-t")).isFalse();
    assertThat(Bundle.isId("events")).isFalse();
    assertThat(Bundle.isId("eventsandmore")).isTrue();
  }

  private static long events(Store store) {
    return store.read(
        () -> Iter.iter(store.dataset().find()).filter(q -> Vocab.ofEvents(q.getGraph())).count());
  }

  private static int position(Graph passages, Node passage, String which) {
    return Integer.parseInt(value(passages, passage, "http://www.w3.org/ns/oa#" + which));
  }

  private static String value(Graph passages, Node passage, String property) {
    Node by = org.apache.jena.graph.NodeFactory.createURI(property);
    return passages.find(passage, by, Node.ANY).next().getObject().getLiteralLexicalForm();
  }
}
