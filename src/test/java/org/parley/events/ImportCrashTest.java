package org.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Figure;
import org.parley.Kill;
import org.parley.store.Change;
import org.parley.store.Store;

/**
 * A process that imports a table is killed at random moments and started again; when the table is
 * in, the store is that of an import that nobody disturbed. How often it is killed at least the
 * system property {@code import.kills} says.
 */
class ImportCrashTest {

  private static final int KILLS = Integer.getInteger("import.kills", 5);
  private static final int ROWS = 1_500;
  private static final String WHOLE = "whole";

  @TempDir Path directory;

  @Test
  void whatWasKilledBecomesWhatNobodyDisturbed() throws Exception {
    Path table = directory.resolve("table.tsv");
    try (Writer out = Files.newBufferedWriter(table)) {
      Generator.write(ROWS, 5, out);
    }
    Set<String> undisturbed;
    try (Store store = Tables.store()) {
      var unused = Importing.take(store, table);
      undisturbed = Tables.content(store);
    }
    Random random = new Random(20251112);
    Set<Long> stops = new HashSet<>();
    Path folder = directory.resolve("store");
    Tables.filled(Store.open(folder)).close();
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> lines =
          Kill.run(
              Importing.class,
              Duration.ofMillis(random.nextInt(1_500)),
              folder.toString(),
              table.toString());
      try (Store store = Store.open(folder)) {
        stops.add(store.revision().number());
      }
      if (lines.contains(WHOLE)) {
        check(folder, table, undisturbed);
        folder = directory.resolve("store-" + kill);
        Tables.filled(Store.open(folder)).close();
      }
    }
    try (Store store = Store.open(folder)) {
      var unused = Importing.take(store, table);
    }
    check(folder, table, undisturbed);
    Figure.IMPORT_KILLS.add(KILLS);
    assertThat(stops).hasSizeGreaterThan(1); // or else it was not killed in the middle
  }

  private static void check(Path folder, Path table, Set<String> undisturbed) {
    try (Store store = Store.open(folder)) {
      Set<String> content = Tables.content(store);
      Set<String> astray = new HashSet<>(undisturbed);
      astray.removeAll(content);
      content.stream().filter(quad -> !undisturbed.contains(quad)).forEach(astray::add);
      Figure.TRIPLES_ASTRAY.add(astray.size());
      assertThat(astray).isEmpty();
      assertThat(logged(store)).isEqualTo(store.read(() -> store.dataset().stream().count()));
      assertThat(Tables.ask(store, "?import parley:rowsRead ?it"))
          .containsExactly(Integer.toString(ROWS));
      assertThat(Importing.take(store, table).unchanged()).isTrue();
    }
  }

  /** How many quads there are by the change log, which counts what is written twice twice. */
  private static long logged(Store store) {
    return store.changes().newestFirst(Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .mapToLong((Change change) -> change.added() - change.removed())
        .sum();
  }

  /** The process that is killed; it waits for that when it is done. */
  static final class Importing {

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Store store = Store.open(Path.of(arguments[0]));
      System.out.println("begun");
      var unused = take(store, Path.of(arguments[1]));
      System.out.println(WHOLE);
      new CountDownLatch(1).await();
    }

    static Receipt take(Store store, Path table) {
      return new Events(store, Layout.named("icews"), 15).take(table, "t", share -> {});
    }
  }
}
