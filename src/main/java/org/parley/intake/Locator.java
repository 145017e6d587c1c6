package org.parley.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * Finds the line that describes a node. Turtle is searched as text: the parser does not say where a
 * triple stood, and a curator wants to be led to the line that begins with the name.
 */
final class Locator {

  private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  Locator(List<SourceFile> files) {
    files.forEach(file -> texts.put(file.name(), file::text));
  }

  /** Looks into one text. */
  Locator(String name, String text) {
    texts.put(name, () -> text);
  }

  /** File and line of the first line that begins with the node's name, else of any that has it. */
  @Nullable String locate(@Nullable Node node) {
    if (node == null || !node.isURI()) {
      return null;
    }
    String iri = node.getURI();
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    String prefix =
        iri.startsWith(Vocab.ID) && end > Vocab.ID.length()
            ? Pattern.quote(iri.substring(Vocab.ID.length(), end))
            : "[\\w-]*";
    String name =
        "(?:%s:%s|<%s>)(?![\\w-])"
            .formatted(prefix, Pattern.quote(iri.substring(end + 1)), Pattern.quote(iri));
    @Nullable String described = find(Pattern.compile("^\\s*" + name));
    return described != null ? described : find(Pattern.compile("(?<![\\w-])" + name));
  }

  private @Nullable String find(Pattern pattern) {
    for (Map.Entry<String, Supplier<String>> text : texts.entrySet()) {
      List<String> found =
          lines.computeIfAbsent(text.getKey(), name -> text.getValue().get().lines().toList());
      for (int i = 0; i < found.size(); i++) {
        if (pattern.matcher(found.get(i)).find()) {
          return text.getKey() + ":" + (i + 1);
        }
      }
    }
    return null;
  }
}
