package org.parley.sparql;

import java.time.Duration;

/**
 * What one request may use.
 *
 * @param queryBytes the longest query text, in bytes of UTF-8, and the longest body
 * @param deadline how long a request may run, from its arrival to the last byte written
 */
public record Limits(int queryBytes, Duration deadline) {

  /** 100 kB of text, 30 seconds. */
  public static final Limits STANDARD = new Limits(100_000, Duration.ofSeconds(30));

  public Limits {
    if (queryBytes <= 0 || !deadline.isPositive()) {
      throw new IllegalArgumentException(
          "Limits are positive, and these are not: " + queryBytes + " bytes, " + deadline);
    }
  }
}
