package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.store.Store;
import picocli.CommandLine.Option;

/** Which data a command reads. */
final class DataOptions {

  @Option(
      names = "--sources",
      description = "Folder with ontology/, data/ and queries/ (default: here, else built in).")
  private @Nullable Path sources;

  @Option(
      names = {"-s", "--store"},
      description =
          "Folder of a persistent store to read as it is, which no server may be using; without it"
              + " the sources are read into memory.")
  private @Nullable Path store;

  Sources sources() {
    return Sources.find(sources);
  }

  /**
   * The data, to be closed after use.
   *
   * @throws org.parley.store.StoreUnavailable when the store cannot be opened
   * @throws org.parley.intake.Rejected when the sources are wrong
   * @throws IllegalArgumentException when there is no such folder
   */
  Store open() {
    if (store == null) {
      return Intake.inMemory(sources());
    }
    return existing(store);
  }

  /**
   * Opens a store that is there already.
   *
   * @throws org.parley.store.StoreUnavailable when it cannot be opened
   * @throws IllegalArgumentException when there is no such folder
   */
  static Store existing(Path store) {
    if (!Files.isDirectory(store)) {
      throw new IllegalArgumentException(
          "There is no store in " + store + ". Start the server first, or name another --store.");
    }
    return Store.open(store);
  }
}
