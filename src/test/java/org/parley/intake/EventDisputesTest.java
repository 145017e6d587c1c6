package org.parley.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.events.Tables;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;

/** Documents that speak of coded events: a fact of an event stands while nobody contests it. */
class EventDisputesTest {

  private static final String BUNDLE =
      """
      PREFIX : <https://w3id.org/parley/ontology#>
      PREFIX graph: <https://w3id.org/parley/graph/>
      PREFIX doc: <https://w3id.org/parley/graph/document/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX actor: <https://w3id.org/parley/id/actor/>
      PREFIX meeting: <https://w3id.org/parley/id/meeting/>
      PREFIX proposition: <https://w3id.org/parley/id/proposition/>
      PREFIX stance: <https://w3id.org/parley/id/stance/>
      PREFIX attestation: <https://w3id.org/parley/id/attestation/>
      PREFIX passage: <https://w3id.org/parley/id/passage/>
      PREFIX document: <https://w3id.org/parley/id/document/>
      PREFIX date: <https://w3id.org/parley/id/date/>
      GRAPH graph:register {
        document:ID a :SourceDocument ; :fileName "ID.txt" ; :textDigest "sha256:DIGEST" ;
          skos:prefLabel "ID"@en , "ID"@uk , "ID"@ru , "ID"@tr ;
          :knownFrom date:2025-11-12 ; :knownFromBasis "printed" .
      }
      GRAPH graph:statements {
        MORE
        stance:said-ID a :KIND ; :gist "What ID says."@en ; :holder HOLDER ;
          :certainty "CERTAINTY" ; :content proposition:CONTENT .
      }
      GRAPH doc:ID {
        attestation:ID-1 a :Attestation ; :document document:ID ; :origin document:ID ;
          :voice "own" ; :reporting "plain" ; :attests stance:said-ID ; :passage passage:ID-1-9 .
        passage:ID-1-9 a :Passage ; :spanOf document:ID ; oa:start 1 ; oa:end 9 ;
          :exactDigest "sha256:DIGEST" .
      }
      """;

  private static final String MET = "meeting-events-t-1--participant--actor-russia";
  private static final String OTHER_DAY = "meeting-events-t-1--eventDate--date-2025-11-12";
  private static final String TRAVELLED = "meeting-events-t-4--traveller--actor-rufus-firefly";

  @TempDir private Path directory;
  private Store store;
  private Submissions submissions;

  @BeforeEach
  void load() {
    store = Tables.store();
    var unused = Tables.take(store, Tables.named("icews.tsv"), "icews");
    submissions = new Submissions(store, Loaded.sources(), Documents.in(null), 0);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsDeniedIsNoFactUntilTheDenialIsTakenBack() {
    Set<String> before = quads();
    Receipt denied = put("900", "Denial", "actor:ukraine", "plain", MET);
    assertThat(denied.facts().withdrawn())
        .extracting(Receipt.Statement::object)
        .contains("https://w3id.org/parley/id/actor/russia");
    assertThat(met()).containsExactly("actor/ukraine");
    assertSound();
    Receipt back = submissions.retract("900", "a test", Conditions.ANY);
    assertThat(back.facts().added()).hasSameSizeAs(denied.facts().withdrawn());
    assertThat(quads()).isEqualTo(before);
  }

  @Test
  void anotherDayLeavesNone() {
    assertThat(days()).containsExactly("date/2014-09-05");
    put("900", "Assertion", "actor:ukraine", "plain", OTHER_DAY);
    assertThat(days()).isEmpty();
    assertSound();
    submissions.retract("900", "a test", Conditions.ANY);
    assertThat(days()).containsExactly("date/2014-09-05");
  }

  @Test
  void anythingSaidInAnyOrderIsTheRuleOverEverything() {
    Set<String> before = quads();
    Random random = new Random(11);
    Set<String> present = new TreeSet<>();
    Set<Set<String>> seen = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      String id = one(random, "900", "901", "902");
      if (present.contains(id) && random.nextInt(3) == 0) {
        submissions.retract(id, "a test", Conditions.ANY);
        present.remove(id);
      } else {
        put(
            id,
            one(random, "Assertion", "Denial", "Doubt"),
            one(random, "document:" + id, "actor:ukraine"),
            one(random, "plain", "hedged"),
            one(random, MET, OTHER_DAY, TRAVELLED));
        present.add(id);
      }
      assertSound();
      seen.add(quads());
    }
    present.forEach(id -> submissions.retract(id, "a test", Conditions.ANY));
    assertThat(quads()).isEqualTo(before);
    assertThat(seen).hasSizeGreaterThan(6);
  }

  @Test
  void whomTheSourcesDescribeLaterStandsInOneGraph() throws IOException {
    Copy copy = Copy.into(directory);
    try (Store other = Store.inMemory()) {
      new Intake(other, copy.sources()).load();
      var unused = Tables.take(other, Tables.named("icews.tsv"), "icews");
      copy.replace(
          "data/register/actors.ttl",
          "actor:russia a parley:State",
          """
          actor:freedonia a parley:State ;
            skos:prefLabel "Freedonia"@en , "Фрідонія"@uk , "Фридония"@ru , "Özgürya"@tr .

          actor:russia a parley:State\
          """);
      new Intake(other, copy.sources()).load();
      assertThat(Tables.ask(other, "actor:freedonia skos:prefLabel ?it")).hasSize(4);
      assertSound(other);
    }
  }

  /** The facts are those of the rule over everything; shapes and checks hold over everything. */
  private void assertSound() {
    assertSound(store);
  }

  private static void assertSound(Store store) {
    store.read(
        () -> {
          DatasetGraph data = store.dataset();
          Set<Triple> facts = data.getGraph(Derivation.FACTS).find().toSet();
          facts.addAll(data.getGraph(Coded.FACTS).find().toSet());
          assertThat(facts).isEqualTo(new Derivation(Loaded.sources()).all(data).find().toSet());
          assertThat(Staging.findings(Loaded.sources(), data)).isEmpty();
          return true;
        });
  }

  private Receipt put(String id, String kind, String holder, String certainty, String content) {
    String trig =
        BUNDLE
            .replace("DIGEST", "0".repeat(64))
            .replace(
                "MORE",
                content.equals(OTHER_DAY)
                    ? "proposition:CONTENT a :Proposition ; :subject meeting:events-t-1 ;"
                        + " :predicate :eventDate ; :object date:2025-11-12 ."
                    : "")
            .replace("KIND", kind)
            .replace("HOLDER", holder)
            .replace("CERTAINTY", certainty)
            .replace("CONTENT", content)
            .replace("ID", id);
    return submissions.put(id, trig.getBytes(UTF_8), RdfFormat.TRIG, null, Conditions.ANY);
  }

  private List<String> met() {
    return Tables.ask(
        store, "GRAPH graph:facts\\/events { id:meeting\\/events-t-1 parley:participant ?it }");
  }

  private List<String> days() {
    return Tables.ask(store, "GRAPH ?facts { id:meeting\\/events-t-1 parley:eventDate ?it }");
  }

  /** All but the bookkeeping. */
  private Set<String> quads() {
    return store.read(
        () ->
            Iter.iter(store.dataset().find())
                .filter(quad -> !quad.getGraph().equals(Ledger.GRAPH))
                .map(quad -> quad.toString())
                .toSet());
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
