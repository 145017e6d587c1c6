package org.parley.rdf;

import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * A result that the asked-for format cannot express. Thrown before the first byte by the formats
 * that do not stream, so that the answer can still be 406.
 */
public final class Unwritable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RdfFormat format;

  Unwritable(RdfFormat format, String why) {
    super(
        "This result cannot be written as %s: %s. Ask for %s (%s) instead."
            .formatted(format, why, instead(format), instead(format).mediaType()));
    this.format = format;
  }

  Unwritable(RdfFormat format, RuntimeException failure) {
    this(format, String.valueOf(ExceptionUtils.getRootCause(failure).getMessage()));
    initCause(failure);
  }

  /** The format that cannot express it. */
  public RdfFormat format() {
    return format;
  }

  private static RdfFormat instead(RdfFormat format) {
    return format.graphs() ? RdfFormat.TRIG : RdfFormat.TURTLE;
  }
}
