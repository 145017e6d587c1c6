package org.parley.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.intake.Receipt.Outcome;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;

/** Documents put in, corrected and taken out, on the real data. */
class SubmissionsTest {

  @TempDir private Path directory;
  private Store store;
  private Submissions submissions;

  @BeforeEach
  void load() {
    store = Store.open(directory.resolve("store")); // one in memory cannot be read while written
    var unused = new Intake(store, Loaded.sources()).load();
    submissions = new Submissions(store, Loaded.sources(), Documents.in(null), 4);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static byte[] trig(Submissions from, String id) {
    return from.get(id).trig();
  }

  private Receipt put(String id, byte[] trig) {
    return submissions.put(id, trig, RdfFormat.TRIG, null, Conditions.ANY);
  }

  @Test
  void aDocumentTakenOutAndPutBackLeavesTheSameGraph() {
    Set<String> before = quads(store);
    byte[] trig = trig(submissions, "004");
    Receipt out = submissions.retract("004", "a test", Conditions.ANY);
    assertThat(out.outcome()).isEqualTo(Outcome.RETRACTED);
    assertThat(out.facts().withdrawn()).isNotEmpty();
    assertThat(quads(store)).isNotEqualTo(before);
    Receipt back = put("004", trig);
    assertThat(back.outcome()).isEqualTo(Outcome.ADDED);
    assertThat(back.facts().added()).isEqualTo(out.facts().withdrawn());
    assertThat(Sets.symmetricDifference(quads(store), before)).isEmpty();
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
        submissions.retract(ids.get(chosen), "a test", Conditions.ANY);
        present.remove(chosen);
      } else {
        put(ids.get(chosen), bundles.get(chosen));
        present.add(chosen);
      }
    }
    for (int i = 0; i < 3; i++) {
      put(ids.get(i), bundles.get(i));
    }
    assertThat(Sets.symmetricDifference(quads(store), all)).isEmpty();
  }

  @Test
  void factsDerivedWhereAChangeBearsOnThemAreAllTheFacts() {
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < 24; i++) {
      String id = List.of("000", "001", "004").get(random.nextInt(3));
      String trig = new String(trig(submissions, id), UTF_8);
      try {
        put(id, spoilt(trig, random).getBytes(UTF_8));
        taken++;
      } catch (Rejected e) {
        continue; // another document rests on what was changed, or it makes no sense
      }
      Set<String> derived = new TreeSet<>();
      Set<String> afresh = new TreeSet<>();
      store.read(
          () -> {
            lines(store.dataset().getGraph(Derivation.FACTS), derived);
            lines(new Derivation(Loaded.sources()).all(store.dataset()), afresh);
            return null;
          });
      assertThat(derived).isEqualTo(afresh);
    }
    assertThat(taken).isGreaterThan(4);
  }

  /** Makes a stance of another kind, or hedged, or plain, or reported. */
  private static String spoilt(String trig, Random random) {
    List<String[]> changes =
        List.of(
            new String[] {"a parley:Assertion", "a parley:Denial"},
            new String[] {"a parley:Denial", "a parley:Assertion"},
            new String[] {"certainty \"plain\"", "certainty \"hedged\""},
            new String[] {"certainty \"hedged\"", "certainty \"plain\""},
            new String[] {"reporting \"plain\"", "reporting \"alleged\""});
    String[] change = changes.get(random.nextInt(changes.size()));
    List<Integer> places = new ArrayList<>();
    for (int at = trig.indexOf(change[0]); at >= 0; at = trig.indexOf(change[0], at + 1)) {
      places.add(at);
    }
    if (places.isEmpty()) {
      return trig;
    }
    int at = places.get(random.nextInt(places.size()));
    return trig.substring(0, at) + change[1] + trig.substring(at + change[0].length());
  }

  @Test
  void aDocumentMayAddAndNotAlterWhatOthersRestOn() {
    String trig = new String(trig(submissions, "004"), UTF_8);
    String altered = trig.replace("\"Istanbul\"@en", "\"Istanbul\"@en, \"Stambul\"@en");
    assertThat(altered).isNotEqualTo(trig);
    assertThatThrownBy(() -> put("004", altered.getBytes(UTF_8)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Other documents than '004' rest on its description");
    String idle =
        trig.replaceFirst(
            "(?m)^(<[^>]*/register>|graph:register) \\{",
            "$1 { <https://w3id.org/parley/id/place/nowhere> a parley:City .");
    assertThat(idle).isNotEqualTo(trig);
    assertThatThrownBy(() -> put("004", idle.getBytes(UTF_8)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Nothing in document '004' leads to it");
  }

  @Test
  void aLaterStartKeepsWhatWasSubmittedAndWhatWasTakenOut(@TempDir Path folder) throws IOException {
    Copy copy = Copy.into(folder.resolve("sources"));
    byte[] bundle = Files.readAllBytes(Path.of("src/test/resources/org/parley/intake/005.trig"));
    Set<String> before;
    try (Store first = Store.open(folder.resolve("store"))) {
      new Intake(first, copy.sources()).load();
      Submissions there = new Submissions(first, copy.sources(), Documents.in(null), 4);
      there.put("005", bundle, RdfFormat.TRIG, null, Conditions.ANY);
      there.retract("000", "a test", Conditions.ANY);
      before = quads(first);
    }
    copy.replace("data/register/places.ttl", "\"Budapest\"@en", "\"Budapest town\"@en");
    try (Store later = Store.open(folder.resolve("store"))) {
      assertThat(new Intake(later, copy.sources()).load().count(LoadReceipt.Change.CHANGED))
          .isEqualTo(1);
      Set<String> expected = new TreeSet<>();
      before.forEach(q -> expected.add(q.replace("\"Budapest\"@en", "\"Budapest town\"@en")));
      assertThat(Sets.symmetricDifference(quads(later), expected)).isEmpty();
    }
  }

  @Test
  void readersSeeNoHalfOfADocumentAndWritersQueue() throws InterruptedException {
    byte[] bundle = trig(submissions, "004");
    AtomicBoolean over = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Query query =
        QueryFactory.create(
            """
            PREFIX parley: <https://w3id.org/parley/ontology#>
            SELECT (COUNT(?attestation) AS ?a) (SAMPLE(?revisions) AS ?r) {
              { SELECT (COUNT(?revision) AS ?revisions) { ?revision a parley:Revision } }
              OPTIONAL { ?attestation parley:document <https://w3id.org/parley/id/document/004> }
            }
            """);
    Semaphore turns = new Semaphore(8, true); // or they would leave the writer no processor
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      readers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!over.get()) {
                      turns.acquireUninterruptibly();
                      seen.add(store.read(() -> row(query)));
                      turns.release();
                    }
                  }));
    }
    long attestations = submissions.get("004").document().size();
    assertThat(attestations).isPositive();
    for (int i = 0; i < 3; i++) {
      submissions.retract("004", "a test", Conditions.ANY);
      put("004", bundle);
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    Set<String> counts = new TreeSet<>();
    seen.forEach(row -> counts.add(row.substring(0, row.indexOf(' '))));
    assertThat(counts).hasSizeLessThanOrEqualTo(2);
    Map<String, Set<String>> byRevision = new TreeMap<>();
    seen.forEach(
        row ->
            byRevision
                .computeIfAbsent(row.substring(row.indexOf(' ')), r -> new TreeSet<>())
                .add(row.substring(0, row.indexOf(' '))));
    assertThat(byRevision).hasSizeGreaterThan(1);
    assertThat(byRevision.values()).allSatisfy(values -> assertThat(values).hasSize(1));
  }

  private String row(Query query) {
    try (QueryExec execution = QueryExec.dataset(store.dataset()).query(query).build()) {
      var row = execution.select().next();
      return row.get("a").getLiteralLexicalForm() + " " + row.get("r").getLiteralLexicalForm();
    }
  }

  @Test
  void whoCannotWaitIsSentAway() throws InterruptedException {
    Counter counter = new Counter(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Runnable work =
        () ->
            counter.serve(
                () -> {
                  begun.countDown();
                  return await(end);
                });
    Thread first = Thread.ofPlatform().start(work);
    begun.await();
    Thread second = Thread.ofPlatform().start(work);
    while (counter.free() > 0) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> counter.serve(() -> 1))
        .isInstanceOf(NotTaken.class)
        .hasMessageContaining("1 changes are waiting");
    end.countDown();
    first.join();
    second.join();
    assertThat(counter.<Integer>serve(() -> 1)).isEqualTo(1);
  }

  @Test
  void whoHasWaitedTooLongIsSentAway() throws InterruptedException {
    Counter counter = new Counter(1, Duration.ofMillis(50));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread first =
        Thread.ofPlatform()
            .start(
                () ->
                    counter.serve(
                        () -> {
                          begun.countDown();
                          return await(end);
                        }));
    begun.await();
    assertThatThrownBy(() -> counter.serve(() -> 1))
        .isInstanceOf(NotTaken.class)
        .hasMessageContaining("send it again");
    end.countDown();
    first.join();
    assertThat(counter.<Integer>serve(() -> 1)).isEqualTo(1);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void lines(Graph graph, Set<String> lines) {
    graph.find().forEach(triple -> lines.add(triple.toString()));
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
