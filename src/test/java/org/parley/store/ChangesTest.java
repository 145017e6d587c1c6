package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ChangesTest {

  private static final String AWKWARD =
      """
      :a :p 01, 1.50, 2e1, 'x'@EN-gb, "a\\nb\\t\\"c\\\\ \\u0000 \\uFFFD 😀", '2025-07-23T10:00:00+00:00'^^<x:d>,
      _:b, <http://example.org/%20ä> . _:b :q _:c . _:c :q _:b, [] .
      """;

  @TempDir Path directory;

  @Test
  void replayedFromNothingTheyGiveTheStore() {
    Random random = new Random(20251112);
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(AWKWARD)), Set.of());
      for (int i = 0; i < 20; i++) {
        store.replace(Map.of(REGISTER, some(random), FACTS, some(random)), Set.of());
      }
      store.replace(Map.of(FACTS, turtle(AWKWARD)), Set.of(REGISTER));
      assertReplays(store);
    }
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(), Set.of(FACTS));
      assertReplays(store);
    }
  }

  @Test
  void aStoreInMemoryHasThemToo() {
    try (Store store = Store.inMemory()) {
      store.replace(Map.of(FACTS, turtle(AWKWARD)), Set.of());
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      assertReplays(store);
    }
  }

  @Test
  void theyAreListedNewestFirstWithTheirCounts() {
    try (Store store = Store.inMemory()) {
      Revision first = store.replace(Map.of(FACTS, turtle(":a :p 1, 2")), Set.of());
      Revision second = store.replace(Map.of(FACTS, turtle(":a :p 2, 3, 4")), Set.of());
      Changes changes = store.changes();

      assertThat(changes.newestFirst(Long.MAX_VALUE, 10))
          .containsExactly(new Change(second, 2 + 3, 1), new Change(first, 2 + 3, 0));
      assertThat(changes.newestFirst(Long.MAX_VALUE, 1)).hasSize(1);
      assertThat(changes.newestFirst(2, 10)).containsExactly(new Change(first, 5, 0));
      assertThat(changes.newestFirst(1, 10)).isEmpty();
      for (long none : List.of(0L, 3L)) {
        assertThatThrownBy(() -> changes.patch(none).close())
            .isInstanceOf(NoSuchElementException.class)
            .hasMessageContaining("there are 1 to 2");
      }
    }
  }

  @Test
  void aPatchWhoseCommitNeverCameIsRemoved() throws IOException {
    Path orphan = directory.resolve("changes/00000002.rdfp");
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      Files.writeString(orphan, "H id <x:2> .\nTX .\nA <x:s> <x:"); // a crash in mid-write
      assertThat(store.changes().newestFirst(Long.MAX_VALUE, 10)).hasSize(1);
    }
    try (Store store = Store.open(directory)) {
      assertThat(orphan).doesNotExist();
      store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
      assertReplays(store);
    }
  }

  @Test
  void aStoreOlderThanItsLogBeginsWithEverything() throws IOException {
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      store.replace(Map.of(REGISTER, turtle(":a :p 2")), Set.of());
      store.replace(Map.of(REGISTER, turtle(":a :p 3")), Set.of());
    }
    Files.delete(directory.resolve("changes/00000002.rdfp")); // a log that leads nowhere
    for (int opening = 0; opening < 2; opening++) {
      try (Store store = Store.open(directory)) {
        assertThat(store.changes().first()).isEqualTo(3);
        assertReplays(store);
      }
    }
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(), Set.of(FACTS));
      assertThat(store.changes().newestFirst(Long.MAX_VALUE, 10)).hasSize(2);
      assertReplays(store);
    }
  }

  @Test
  void whatCannotBeLoggedIsNotDone() throws IOException {
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      Path inTheWay = Files.createDirectory(directory.resolve("changes/00000002.rdfp"));
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
            .isInstanceOf(NotWritten.class)
            .hasMessageContaining("Nothing was changed: " + inTheWay);
        assertThat(store.revision().number()).isEqualTo(1);
      }
      Files.delete(inTheWay);
      assertThat(store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()).number()).isEqualTo(2);
      assertReplays(store);
    }
  }

  /** Whether the change log of a store, replayed onto nothing, gives what it holds. */
  static void assertReplays(Store store) {
    DatasetGraph replayed = DatasetGraphFactory.create();
    Changes changes = store.changes();
    store.read(
        () -> {
          long last = store.revision().number();
          for (long number = changes.first(); number <= last; number++) {
            try (InputStream patch = changes.patch(number)) {
              RDFPatchOps.applyChange(replayed, patch);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          assertThat(replayed.stream().count()).isEqualTo(store.dataset().stream().count());
          assertThat(IsoMatcher.isomorphic(replayed, store.dataset())).isTrue();
          return true;
        });
  }

  private static Graph some(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(":s%d :p :o%d . ".formatted(random.nextInt(5), random.nextInt(8)));
    }
    return turtle(text.toString());
  }
}
