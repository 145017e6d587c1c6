package org.parley.web;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.parley.vocab.Vocab;

/**
 * What the last two segments of an entity's path name.
 *
 * @param kind such as {@code actor}
 * @param slug unique within its kind
 */
record Entity(String kind, String slug) {
  private static final Pattern KIND = Pattern.compile("[a-z]{1,40}");
  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,399}");

  /**
   * Nothing of the kind may stand in a Location header unless it has passed here.
   *
   * @throws MalformedName when kind or slug could not be one
   */
  Entity {
    if (!KIND.matcher(kind).matches()) {
      throw new MalformedName("kind", "small Latin letters");
    }
    if (!SLUG.matcher(slug).matches()) {
      throw new MalformedName(
          "name", "up to 400 Latin letters, digits and . _ ~ -, beginning with a letter or digit");
    }
  }

  Node iri() {
    return NodeFactory.createURI(Vocab.ID + name());
  }

  /** {@code kind/slug}, as query parameters take it. */
  String name() {
    return kind + "/" + slug;
  }
}
