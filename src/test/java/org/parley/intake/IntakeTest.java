package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.intake.LoadReceipt.Change;
import org.parley.intake.LoadReceipt.Entry;
import org.parley.shapes.BadRule;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** What a start does with the sources: the first, a later one, and one with bad input. */
class IntakeTest {

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copySources() throws IOException {
    copy = Copy.into(folder.resolve("sources"));
  }

  @Test
  void firstLoadTakesEverythingAndALaterOneRecognisesIt() {
    try (Store store = Store.open(folder.resolve("store"))) {
      LoadReceipt first = new Intake(store, copy.sources()).load();
      assertThat(first.count(Change.NEW)).isEqualTo(first.files().size());
      assertThat(first.revision().number()).isEqualTo(1);
      assertThat(first.facts()).isPositive();
    }
    try (Store store = Store.open(folder.resolve("store"))) {
      LoadReceipt second = new Intake(store, copy.sources()).load();
      assertThat(second.count(Change.UNCHANGED)).isEqualTo(second.files().size());
      assertThat(second.revision().number()).isEqualTo(1);
    }
  }

  @Test
  void onlyWhatChangedIsReloaded() throws IOException {
    try (Store store = Store.inMemory()) {
      new Intake(store, copy.sources()).load();
      copy.replace("data/register/places.ttl", "\"Budapeşte\"@tr", "\"Budapeşte şehri\"@tr");
      LoadReceipt receipt = new Intake(store, copy.sources()).load();
      assertThat(receipt.files())
          .filteredOn(entry -> entry.change() != Change.UNCHANGED)
          .containsExactly(new Entry("data/register/places.ttl", Change.CHANGED));
      assertThat(receipt.revision().number()).isEqualTo(2);
      assertThat(quads(store)).anyMatch(quad -> quad.contains("Budapeşte şehri"));
      assertThat(quads(store)).noneMatch(quad -> quad.contains("\"Budapeşte\"@tr"));
    }
  }

  @Test
  void aStoreLoadedInStepsEqualsOneLoadedAtOnce() throws IOException {
    try (Store stepwise = Store.inMemory();
        Store atOnce = Store.inMemory()) {
      new Intake(stepwise, copy.sources()).load();
      copy.replace("data/documents/004.ttl", "\"paraphrased\"", "\"unclear\"");
      new Intake(stepwise, copy.sources()).load();
      new Intake(atOnce, copy.sources()).load();
      assertThat(quads(stepwise)).containsExactlyInAnyOrderElementsOf(quads(atOnce));
    }
  }

  @Test
  void aBrokenFileIsRejectedByFileAndLine() throws IOException {
    copy.append("data/register/actors.ttl", "\nactor:nobody a parley:Person\n");
    int last =
        (int) Files.readString(copy.root().resolve("data/register/actors.ttl")).lines().count();
    rejected("data/register/actors.ttl:" + (last + 1) + ":");
  }

  @Test
  void anUnknownTermIsRejected() throws IOException {
    copy.append("data/register/actors.ttl", "\nactor:russia parley:rulesOver actor:ukraine .\n");
    rejected("rulesOver");
  }

  @Test
  void aViolatedShapeIsRejectedByFileLineAndRemedy() throws IOException {
    copy.append("data/statements/stances.ttl", "stance:ukraine-denies-blame parley:certainty 1 .");
    rejected("data/statements/stances.ttl:");
  }

  @Test
  void aHandWrittenFactIsRejected() throws IOException {
    copy.append(
        "data/register/events.ttl", "meeting:resumed-talks parley:series series:istanbul-talks .");
    rejected("fact-by-hand.rq");
  }

  @Test
  void bytesThatAreNoTextAreRejected() throws IOException {
    Files.write(
        copy.root().resolve("data/register/posts.ttl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    rejected("data/register/posts.ttl");
  }

  @Test
  void whatIsNoFileIsRejected() throws IOException {
    Files.createDirectory(copy.root().resolve("data/register/more.ttl"));
    rejected("data/register/more.ttl: It is no file");
  }

  @Test
  void aRuleThatCannotBeRunIsNamed() throws IOException {
    Path check = copy.root().resolve("ontology/checks/zz.rq");
    for (String broken : new String[] {"SELECT * WHERE { ?s }", "ASK { }", ""}) {
      Files.writeString(check, broken);
      try (Store store = Store.inMemory()) {
        assertThatThrownBy(() -> new Intake(store, copy.sources()).load())
            .isInstanceOf(BadRule.class)
            .hasMessageContaining("ontology/checks/zz.rq cannot be run");
        assertThat(store.revision().number()).isZero();
      }
    }
  }

  @Test
  void aFolderThatLacksTheRuleIsNoSource() throws IOException {
    copy.delete("ontology/rules/facts.rq");
    assertThatThrownBy(() -> copy.sources())
        .isInstanceOf(NoSources.class)
        .hasMessageContaining("ontology/rules/facts.rq");
  }

  @Test
  void aFolderWithoutOntologyIsNoSource() {
    assertThatThrownBy(() -> Sources.at(folder))
        .isInstanceOf(NoSources.class)
        .hasMessageContaining("ontology/parley.ttl");
  }

  private void rejected(String named) {
    try (Store store = Store.inMemory()) {
      Sources sound = Sources.find(null);
      new Intake(store, sound).load();
      Set<String> before = quads(store);
      assertThatThrownBy(() -> new Intake(store, copy.sources()).load())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining(named)
          .hasMessageContaining("the store is as it was");
      assertThat(quads(store)).isEqualTo(before);
      assertThat(store.revision().number()).isEqualTo(1);
    }
  }

  /** Everything but the revisions, which carry times, and the shapes, which carry blank nodes. */
  private static Set<String> quads(Store store) {
    return store.read(
        () ->
            store.dataset().stream()
                .filter(quad -> !quad.getSubject().toString().contains("/revision/"))
                .filter(quad -> !quad.getGraph().equals(Vocab.graph("shapes")))
                .map(Quad::toString)
                .collect(Collectors.toSet()));
  }
}
