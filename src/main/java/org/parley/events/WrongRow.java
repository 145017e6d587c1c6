package org.parley.events;

/** A row that cannot be taken, because of what the message says of it. */
final class WrongRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongRow(String message) {
    super(message, null, false, false);
  }
}
