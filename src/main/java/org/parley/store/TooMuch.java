package org.parley.store;

/**
 * A query uses more than any query may, however quiet the server is. The message says of what, and
 * what to do.
 */
public final class TooMuch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooMuch(String message) {
    super(message);
  }
}
