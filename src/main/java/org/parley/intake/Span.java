package org.parley.intake;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A passage or a sidebar of a document.
 *
 * @param node its IRI
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param digest of what stands there
 * @param sidebar whether it is a sidebar, which no passage may overlap
 */
record Span(Node node, int start, int end, String digest, boolean sidebar) {

  /** What is wrong with it, in a sentence; empty when it is what it says. */
  String wrong(DocumentText document, List<Span> sidebars) {
    if (start < 0 || start >= end || end > document.length()) {
      return "The passage from %d to %d is not within the document's %d code points."
          .formatted(start, end, document.length());
    }
    String text = document.between(start, end);
    if (text.isBlank()) {
      return "The passage from %d to %d holds nothing but white space.".formatted(start, end);
    }
    String found = Digest.of(text);
    if (!found.equals(digest)) {
      return "The passage from %d to %d is not what was read: there stands %s.%n    Correct the positions, or the digest if the positions are right."
          .formatted(start, end, found);
    }
    for (Span other : sidebars) {
      if (!sidebar && start < other.end && other.start < end) {
        return "The passage from %d to %d overlaps the sidebar %s; what a sidebar says is no fact of the document."
            .formatted(start, end, other.node);
      }
    }
    return "";
  }
}
