package org.parley.shapes;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the data.
 *
 * @param rule the shape's IRI or the check's file name
 * @param message what is wrong and what to do, in a curator's words
 * @param focus the node it is wrong of; null where the finding is about a file as a whole
 * @param place the file, and after a colon the line, where to look; null until it has been located
 * @param component the SHACL constraint component that found it; null where no shape did
 */
public record Finding(
    String rule,
    String message,
    @Nullable Node focus,
    @Nullable String place,
    @Nullable Node component) {

  /** One that no shape found. */
  public Finding(String rule, String message, @Nullable Node focus, @Nullable String place) {
    this(rule, message, focus, place, null);
  }

  /** The same finding, with the place in the files where its focus is described. */
  public Finding at(@Nullable String where) {
    return new Finding(rule, message, focus, where, component);
  }

  /** Place, message and rule on one line each, as a terminal shows them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(place == null ? "" : place + ": ").append(message);
    if (focus != null) {
      text.append("\n    node: ").append(focus);
    }
    return text.append("\n    rule: ").append(rule).toString();
  }
}
