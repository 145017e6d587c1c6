package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * What a compaction did, in bytes of files. TDB2 writes each change beside what it replaces, and
 * only a copy of the whole is free of that. Its files grow in steps of 8 MiB.
 *
 * @param before how large the database was
 * @param after how large it is
 */
public record Compaction(long before, long after) {

  /** How long it waits for readers, while new ones wait for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Compacts; what TDB2 opens then is opened again with our parameters, which it drops. */
  static Compaction of(DatasetGraphSwitchable container, Gate readers, Space space) {
    if (!container.hasContainerPath()) {
      throw new UnsupportedOperationException("A store in memory has nothing to compact");
    }
    long before = bytes(container);
    space.require("compaction", before);
    boolean done =
        readers.exclusively(
            PATIENCE,
            () -> {
              try {
                DatabaseMgr.compact(container, true);
              } finally {
                Database.reopen(container);
              }
            });
    if (!done) {
      throw new Overloaded("The store is still being read, and is compacted when nobody reads");
    }
    return new Compaction(before, bytes(container));
  }

  /**
   * Removes the files that a compaction replaced and, since it was killed, did not remove. What it
   * had not finished TDB2 removes itself.
   */
  static void clean(Path directory) {
    try (var files = Files.list(directory)) {
      List<Path> generations =
          files.filter(f -> f.getFileName().toString().matches("Data-\\d+")).sorted().toList();
      generations.subList(0, generations.size() - 1).forEach(IO::deleteAll);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long bytes(DatasetGraphSwitchable container) {
    Path storage = Path.of(((DatasetGraphTDB) container.get()).getLocation().getDirectoryPath());
    try (var files = Files.list(storage)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
