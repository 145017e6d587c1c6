package org.parley.web;

/** A path segment that no entity could have. */
final class MalformedName extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedName(String segment, String expected) {
    super("The " + segment + " of an entity consists of " + expected + ".");
  }
}
