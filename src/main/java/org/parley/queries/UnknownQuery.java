package org.parley.queries;

import java.util.List;

/** A name that no query of the catalogue has. */
public final class UnknownQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownQuery(String name, List<String> known) {
    super("No query is called '" + name + "'. There are: " + String.join(", ", known) + ".");
  }
}
