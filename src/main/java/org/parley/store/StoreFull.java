package org.parley.store;

/**
 * The disk has less space left than must stay free, and nothing was changed. The message says how
 * much, and what to do.
 */
public final class StoreFull extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreFull(String what, long free, long needed) {
    super(
        "Nothing was changed: for %s %,d MiB of the disk must be free, and %,d are. Free some, then try again."
            .formatted(what, ceiling(needed), free >> 20));
  }

  private static long ceiling(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
