package org.parley.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the project's sources that a test may spoil. */
record Copy(Path root) {

  static Copy into(Path folder) throws IOException {
    for (String part : new String[] {"ontology", "data", "queries"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path target = folder.resolve(file.toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    return new Copy(folder);
  }

  Sources sources() {
    return Sources.at(root);
  }

  void append(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  void replace(String file, String old, String text) throws IOException {
    Path path = root.resolve(file);
    String before = Files.readString(path, StandardCharsets.UTF_8);
    if (!before.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold: " + old);
    }
    Files.writeString(path, before.replace(old, text));
  }

  void delete(String file) throws IOException {
    Files.delete(root.resolve(file));
  }
}
