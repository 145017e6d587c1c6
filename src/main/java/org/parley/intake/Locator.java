package org.parley.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * Finds the line that describes a node. Turtle is searched as text: the parser does not say where a
 * triple stood, and a curator wants to be led to the line that begins with the name.
 */
final class Locator {

  private final List<SourceFile> files;
  private final Map<SourceFile, List<String>> lines = new HashMap<>();

  Locator(List<SourceFile> files) {
    this.files = files;
  }

  /** File and line of the first line that begins with the node's name, else of any that has it. */
  @Nullable String locate(@Nullable Node node) {
    if (node == null || !node.isURI()) {
      return null;
    }
    String iri = node.getURI();
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    String prefix = iri.startsWith(Vocab.ID) ? iri.substring(Vocab.ID.length(), end) : "[\\w-]*";
    String name =
        "(?:%s:%s|<%s>)(?![\\w-])"
            .formatted(prefix, Pattern.quote(iri.substring(end + 1)), Pattern.quote(iri));
    @Nullable String described = find(Pattern.compile("^" + name));
    return described != null ? described : find(Pattern.compile("(?<![\\w-])" + name));
  }

  private @Nullable String find(Pattern pattern) {
    for (SourceFile file : files) {
      List<String> text = lines.computeIfAbsent(file, Locator::lines);
      for (int i = 0; i < text.size(); i++) {
        if (pattern.matcher(text.get(i)).find()) {
          return file.name() + ":" + (i + 1);
        }
      }
    }
    return null;
  }

  private static List<String> lines(SourceFile file) {
    try {
      return Files.readAllLines(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
