package org.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are invented for a test: each another name of the one in 005.trig. */
final class Reports {

  private Reports() {}

  /** A bundle. */
  static String bundle(String id, int version) {
    try {
      return Files.readString(Path.of("src/test/resources/org/parley/intake/005.trig"))
          .replace("005-firefly", id)
          .replace("005", id)
          .replace("document " + id + ":", "document " + id + " v:")
          .replace("The third round was", "In version " + version + " the third round was");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
