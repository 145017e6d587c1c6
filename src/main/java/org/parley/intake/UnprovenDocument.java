package org.parley.intake;

/** A document is not on disk, or what is there is not the text that was read. */
public final class UnprovenDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnprovenDocument(String message) {
    super(message);
  }
}
