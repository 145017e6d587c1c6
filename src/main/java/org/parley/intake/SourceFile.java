package org.parley.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.parley.shapes.Finding;

/**
 * One file of the sources.
 *
 * @param name its path below the root, with {@code /}, as messages and the record name it
 * @param path where it stands
 * @param graph the graph it belongs to
 */
public record SourceFile(String name, Path path, Node graph) {

  /**
   * The digest of its bytes, as {@code sha256:} and lower-case hexadecimal.
   *
   * @throws Rejected when it is no file that can be read
   */
  public String digest() {
    return Digest.of(bytes());
  }

  /**
   * What it says.
   *
   * @throws Rejected as {@link #digest} does
   */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    if (!Files.isRegularFile(path)) {
      throw unreadable("It is no file: a directory, a device, or a link that leads nowhere");
    }
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable("It cannot be read (" + e + ")");
    }
  }

  private Rejected unreadable(String why) {
    return new Rejected(
        List.of(new Finding("file", why + ". Replace it or take it away.", null, name)));
  }
}
