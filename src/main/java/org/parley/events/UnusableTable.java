package org.parley.events;

import org.jspecify.annotations.Nullable;

/** An event table, or the mapping of its columns, cannot be used. */
public final class UnusableTable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableTable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
