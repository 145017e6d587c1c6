package org.parley.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A state of the dataset.
 *
 * @param number counts the changes: 0 for a store nothing was ever written to, then 1, 2, …
 * @param at when the change was written, to the millisecond; the epoch for revision 0
 */
public record Revision(long number, Instant at) {

  static final Revision NONE = new Revision(0, Instant.EPOCH);

  /** The one that follows it now. */
  Revision next() {
    return new Revision(number + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
