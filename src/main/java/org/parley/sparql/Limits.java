package org.parley.sparql;

import java.time.Duration;

/**
 * What one request may use.
 *
 * @param queryBytes the longest query text, in bytes of UTF-8, and the longest body
 * @param deadline how long a request may run, from its arrival to the last byte written
 * @param answerRows the most rows, or triples, that the answer to a query has
 * @param answerBytes the longest answer, in bytes
 */
public record Limits(int queryBytes, Duration deadline, int answerRows, long answerBytes) {

  /** 100 kB of text, 30 seconds, a million rows or 256 MiB of answer. */
  public static final Limits STANDARD = new Limits(100_000, Duration.ofSeconds(30));

  /** The usual length of answers. */
  public Limits(int queryBytes, Duration deadline) {
    this(queryBytes, deadline, 1_000_000, 256L << 20);
  }

  public Limits {
    if (queryBytes <= 0 || !deadline.isPositive() || answerRows <= 0 || answerBytes <= 0) {
      throw new IllegalArgumentException("Limits are positive, and these are not: " + this);
    }
  }
}
