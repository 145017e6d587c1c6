package org.parley.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.store.Store;

/** Tables taken in: what comes of each row, what is wrong with others, twice and half way. */
class EventsTest {

  private static final String GOOD = "Freedonia\tConsult\tSylvania\t2012-01-05\n";

  @TempDir private Path folder;

  @Test
  void everyKindOfEventIsTakenAndTheRestIsCounted() {
    try (Store store = Tables.store()) {
      Receipt receipt = Tables.take(store, Tables.named("icews.tsv"), "icews");
      assertThat(receipt.tally().taken())
          .containsExactlyInAnyOrderEntriesOf(
              Map.ofEntries(
                  Map.entry("NegotiationRound", 1L),
                  Map.entry("Conversation", 4L),
                  Map.entry("Visit", 1L),
                  Map.entry("Reception", 1L),
                  Map.entry("Meeting", 1L),
                  Map.entry("Agreement", 1L),
                  Map.entry("Offer", 1L),
                  Map.entry("Refusal", 2L),
                  Map.entry("Demand", 2L),
                  Map.entry("Appeal", 1L),
                  Map.entry("Blame", 2L),
                  Map.entry("Denial", 1L)));
      assertThat(receipt.tally().skipped())
          .containsOnlyKeys(
              "Make statement: a comment, which names no matter",
              "Arrest, detain, or charge with legal action: coercion",
              "the same is named on both sides");
      assertThat(receipt.tally().wrong()).isZero();
      assertThat(receipt.toString())
          .contains("21 rows read, 18 taken, 3 skipped, 0 wrong", "first in line 17", "rows/s");
      assertThat(Tables.ask(store, "id:meeting\\/events-t-1 parley:participant ?it"))
          .containsExactly("actor/russia", "actor/ukraine");
      assertThat(Tables.ask(store, "id:meeting\\/events-t-5 parley:traveller ?it"))
          .containsExactly("actor/head-of-government-sylvania");
      assertThat(Tables.ask(store, "id:meeting\\/events-t-7 parley:outcome ?it"))
          .containsExactly("outcome/events-t-7");
      assertThat(Tables.ask(store, "id:stance\\/events-t-9 parley:respondsTo/parley:holder ?it"))
          .containsExactly("actor/freedonia");
      assertThat(
              Tables.ask(
                  store,
                  "id:stance\\/events-t-10 parley:content ?c . ?c parley:subject ?s ; parley:object"
                      + " ?it"))
          .containsExactly("issue/diplomatic-cooperation");
      assertThat(Tables.ask(store, "GRAPH graph:facts\\/events { ?x parley:undertakes ?it }"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FRANCE | actor/france | State",
        "Russia | actor/russia | State",
        "Turkey | actor/turkiye | State",
        "Vladimir Putin | actor/vladimir-putin | Person",
        "ВЛАДИМИР ПУТИН | actor/vladimir-putin | Person",
        "Myanmar | actor/myanmar-burma | State",
        "Taiwan | actor/taiwan | Actor",
        "Foreign Affairs (France) | actor/foreign-affairs-france | GovernmentBody",
        "Ministry (Boko Haram) | actor/ministry-boko-haram | Organization",
        "Citizen (Holy See (Vatican City State)) | actor/citizen-holy-see-vatican-city-state |"
            + " Group",
        "UN Security Council | actor/un-security-council | Organization",
        "Сильванія | actor/unnamed | Actor",
        "Moscow (government) | actor/russia | State"
      })
  void aNameMeansSomebody(String name, String actor, String type) {
    try (Store store = Tables.store()) {
      String row = name + "\tConsult\tSylvania\t2012-01-05\n";
      assertThat(Tables.take(store, Tables.write(folder, row), "icews").tally().wrong()).isZero();
      assertThat(
              Tables.ask(
                  store,
                  "id:meeting\\/events-t-1 parley:participant ?it FILTER (?it != actor:sylvania)"))
          .containsExactly(actor);
      String graphs = "VALUES ?g { graph:register graph:register\\/events } GRAPH ?g ";
      assertThat(Tables.ask(store, graphs + "{ <https://w3id.org/parley/id/" + actor + "> a ?it }"))
          .containsExactly(type);
    }
  }

  @Test
  void namesThatAreSpeltAlikeAreOneActorAndOthersAreTwo() {
    try (Store store = Tables.store()) {
      String rows =
          """
          Sérgio Pinky\tConsult\tSylvania\t2012-01-05
          sergio pinky\tConsult\tSylvania\t2012-01-06
          Ґренада\tConsult\tSylvania\t2012-01-07
          Ёлбония\tConsult\tSylvania\t2012-01-07
          """;
      var unused = Tables.take(store, Tables.write(folder, rows), "icews");
      assertThat(
              Tables.ask(
                  store,
                  "GRAPH graph:register\\/events { ?it a parley:Actor FILTER (?it !="
                      + " actor:sylvania) }"))
          .containsExactly("actor/sergio-pinky", "actor/unnamed", "actor/unnamed-2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Freedonia;Consult;Sylvania | has 3 columns, and a row has 4",
        "Freedonia;Consult;Sylvania;2012-02-30 | the date '2012-02-30', which there is not",
        "Freedonia;Consult;Sylvania;12/2/2012 | the date '12/2/2012', which there is not",
        "Freedonia;Consult;Sylvania;2999-01-01 | which is still to come",
        "Freedonia;Juggle;Sylvania;2012-02-03 | the action 'Juggle', which is no category",
        "Freedonia;Consult;Syl\u0000vania;2012-02-03 | holds a control character",
      })
  void aWrongRowIsToldByItsLine(String row, String complaint) {
    try (Store store = Tables.store()) {
      String rows = GOOD + row.replace(';', '\t').replace("\\u0000", "\u0000") + "\n" + GOOD;
      Receipt receipt = Tables.take(store, Tables.write(folder, rows), "icews");
      assertThat(receipt.tally().told())
          .singleElement()
          .asString()
          .contains("table.tsv:2: ", complaint);
      assertThat(receipt.tally().taken()).containsEntry("Conversation", 2L);
    }
  }

  @Test
  void whatIsNoTextOrFarTooLongIsToldAndPassedOver() throws IOException {
    Path table = folder.resolve("table.tsv");
    try (var out = Files.newOutputStream(table)) {
      out.write(GOOD.getBytes(UTF_8));
      out.write(new byte[] {'F', (byte) 0xE9, '\n'});
      out.write("x".repeat(10_000_000).getBytes(UTF_8));
      out.write(("\n" + "y".repeat(301) + "\tConsult\tSylvania\t2012-01-05\n").getBytes(UTF_8));
      out.write((GOOD + "Freedonia\tCons").getBytes(UTF_8));
    }
    try (Store store = Tables.store()) {
      Receipt receipt = Tables.take(store, table, "icews");
      assertThat(receipt.tally().told())
          .satisfiesExactly(
              told -> assertThat(told).contains(":2: is not UTF-8"),
              told -> assertThat(told).contains(":3: is longer than"),
              told -> assertThat(told).contains(":4: has a name of more than"),
              told -> assertThat(told).contains(":6: has 2 columns"));
      assertThat(receipt.tally().taken()).containsEntry("Conversation", 2L);
    }
  }

  @Test
  void whatIsNoTableIsGivenUp() {
    try (Store store = Tables.store()) {
      Path many = Tables.write(folder, GOOD + "no row\n".repeat(Reading.MOST_WRONG + 1));
      assertThatExceptionOfType(UnusableTable.class)
          .isThrownBy(() -> Tables.take(store, many, "icews"))
          .withMessageContaining("1,000 rows are wrong")
          .withMessageContaining("table.tsv:2");
      Path none = Tables.write(folder, "nothing\n");
      assertThatExceptionOfType(UnusableTable.class)
          .isThrownBy(() -> Tables.take(store, none, "icews"))
          .withMessageContaining("holds no row with a day");
      assertThatExceptionOfType(UnusableTable.class)
          .isThrownBy(() -> Tables.take(store, folder.resolve("absent"), "icews"))
          .withMessageContaining("cannot be read");
      assertThat(Tables.ask(store, "GRAPH graph:dataset { ?it a parley:Import }")).isEmpty();
    }
  }

  @Test
  void theSameTableIsTakenOnceAndAnotherNotByItsName() {
    try (Store store = Tables.store()) {
      var unused = Tables.take(store, Tables.named("icews.tsv"), "icews");
      long revision = store.revision().number();
      Receipt again = Tables.take(store, Tables.named("icews.tsv"), "icews");
      assertThat(again.toString()).contains("UNCHANGED: its 21 rows");
      assertThat(store.revision().number()).isEqualTo(revision);
      assertThatExceptionOfType(UnusableTable.class)
          .isThrownBy(() -> Tables.take(store, Tables.write(folder, GOOD), "icews"))
          .withMessageContaining("'t' is there already, from another file");
    }
  }

  @Test
  void whatWasKilledGoesOnWhereItStopped() {
    Path table = Tables.named("icews.tsv");
    Set<String> whole;
    try (Store store = Tables.store()) {
      var unused = Tables.take(store, table, "icews");
      whole = Tables.content(store);
    }
    for (int kill = 1; kill <= 4; kill++) {
      int last = kill;
      try (Store store = Tables.store()) {
        Events events = new Events(store, Layout.named("icews"), 5);
        int[] chunks = {0};
        assertThatIllegalStateException()
            .isThrownBy(
                () ->
                    events.take(
                        table,
                        "t",
                        share -> {
                          if (++chunks[0] == last) {
                            throw new IllegalStateException("killed");
                          }
                        }));
        Receipt rest = events.take(table, "t", share -> {});
        assertThat(rest.before()).isEqualTo(kill * 5L);
        assertThat(rest.tally().read()).isEqualTo(21 - kill * 5L);
        assertThat(Tables.content(store)).isEqualTo(whole);
        assertThat(Tables.ask(store, "?import parley:rowsRead ?it")).containsExactly("21");
      }
    }
  }

  @Test
  void othersColumnsAreAMatterOfAMapping() {
    try (Store store = Tables.store()) {
      Receipt receipt = Tables.take(store, Tables.named("gdelt.tsv"), "gdelt");
      assertThat(receipt.tally().taken()).isEqualTo(Map.of("NegotiationRound", 1L, "Demand", 1L));
      assertThat(receipt.tally().skipped())
          .containsOnlyKeys(
              "Use conventional military force: fighting",
              "it does not name both who acted and towards whom");
      assertThat(Tables.ask(store, "id:meeting\\/events-t-1 parley:participant ?it"))
          .containsExactly("actor/france", "actor/united-states");
      assertThat(Tables.ask(store, "id:stance\\/events-t-2 parley:holder ?it"))
          .containsExactly("actor/police-france");
    }
    try (Store store = Tables.store()) {
      Receipt receipt = Tables.take(store, Tables.named("polecat.tsv"), "polecat");
      assertThat(receipt.tally().taken()).isEqualTo(Map.of("Conversation", 1L, "Appeal", 1L));
      assertThat(receipt.tally().wrong()).isZero();
      assertThat(Tables.ask(store, "id:meeting\\/events-t-2 parley:participant ?it"))
          .containsExactly("actor/germany", "actor/rufus-firefly-france");
    }
  }

  @Test
  void aMappingThatIsNoneIsToldSo() {
    assertThatExceptionOfType(UnusableTable.class)
        .isThrownBy(() -> Layout.named("icevs"))
        .withMessageContaining("Name icews, gdelt, polecat, or a file");
    Path mapping = Tables.write(folder, "columns=4\nsource=5\n");
    assertThatExceptionOfType(UnusableTable.class)
        .isThrownBy(() -> Layout.named(mapping.toString()))
        .withMessageContaining("source=5, and the columns are 1 to 4");
  }
}
