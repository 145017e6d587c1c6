package org.parley.store;

/** A query could not be served now and may be later. The message says why. */
public final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Overloaded(String why) {
    super(why + ". Try again later");
  }
}
