package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a store that is there already. */
final class StoreOption {

  private StoreOption() {}

  /**
   * The folder.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Path existing(Path store) {
    if (!Files.isDirectory(store)) {
      throw new IllegalArgumentException(
          "There is no store in %s. Name its folder with --store.".formatted(store));
    }
    return store;
  }
}
