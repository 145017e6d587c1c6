package org.parley.web;

/** The data set once said something of an entity and has taken it back. */
final class RetractedEntity extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String at;
  private final String because;

  RetractedEntity(String name, String at, String because) {
    super("What was said of '%s' was retracted on %s: %s".formatted(name, at, because));
    this.at = at;
    this.because = because;
  }

  /** When, as xsd:dateTime writes it. */
  String at() {
    return at;
  }

  /** Why, in words. */
  String because() {
    return because;
  }
}
