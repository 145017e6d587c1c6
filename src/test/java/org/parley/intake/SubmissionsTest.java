package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.Loaded;
import org.parley.intake.Receipt.Outcome;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;

/** Documents put in, corrected and taken out, on the real data. */
class SubmissionsTest {

  private Store store;
  private Submissions submissions;

  @BeforeEach
  void load() {
    store = Intake.inMemory(Loaded.sources());
    submissions = new Submissions(store, Loaded.sources(), Documents.in(null), 4);
  }

  private static byte[] trig(Submissions from, String id) {
    return from.get(id).trig();
  }

  private Receipt put(String id, byte[] trig) {
    return submissions.put(id, trig, RdfFormat.TRIG, null, Conditions.NONE);
  }

  @Test
  void aDocumentTakenOutAndPutBackLeavesTheSameGraph() {
    Set<String> before = quads(store);
    byte[] trig = trig(submissions, "004");
    Receipt out = submissions.retract("004", "a test", Conditions.NONE);
    assertThat(out.outcome()).isEqualTo(Outcome.RETRACTED);
    assertThat(out.facts().withdrawn()).isNotEmpty();
    assertThat(quads(store)).isNotEqualTo(before);
    Receipt back = put("004", trig);
    assertThat(back.outcome()).isEqualTo(Outcome.ADDED);
    assertThat(back.facts().added()).isEqualTo(out.facts().withdrawn());
    assertThat(quads(store)).isEqualTo(before);
    assertThat(submissions.get("004").trig()).isEqualTo(trig);
  }

  @Test
  void anyOrderOfPuttingInAndTakingOutGivesTheSameGraph() {
    Set<String> all = quads(store);
    List<byte[]> bundles = new ArrayList<>();
    List<String> ids = List.of("000", "001", "004");
    ids.forEach(id -> bundles.add(trig(submissions, id)));
    Random random = new Random(4);
    Set<Integer> present = new TreeSet<>(Set.of(0, 1, 2));
    for (int i = 0; i < 12; i++) {
      int chosen = random.nextInt(3);
      if (present.contains(chosen) && present.size() > 1) {
        submissions.retract(ids.get(chosen), "a test", Conditions.NONE);
        present.remove(chosen);
      } else {
        put(ids.get(chosen), bundles.get(chosen));
        present.add(chosen);
      }
    }
    for (int i = 0; i < 3; i++) {
      put(ids.get(i), bundles.get(i));
    }
    assertThat(quads(store)).isEqualTo(all);
  }

  static Set<String> quads(Store store) {
    Set<String> quads = new TreeSet<>();
    store.read(
        () -> {
          store
              .dataset()
              .find()
              .forEachRemaining(
                  quad -> {
                    if (!quad.getGraph().equals(Ledger.GRAPH)) {
                      quads.add(
                          NodeFmtLib.strNodesNT(
                              quad.getGraph(),
                              quad.getSubject(),
                              quad.getPredicate(),
                              quad.getObject()));
                    }
                  });
          return quads;
        });
    return quads;
  }
}
