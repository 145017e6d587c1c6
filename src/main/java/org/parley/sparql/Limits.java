package org.parley.sparql;

import java.time.Duration;

/**
 * What one request may use.
 *
 * @param queryBytes the longest query text, in bytes of UTF-8, and the longest body
 * @param deadline how long a request may run, from its arrival to the last byte written
 * @param answerBytes the longest answer, in bytes
 */
public record Limits(int queryBytes, Duration deadline, long answerBytes) {

  /** 100 kB of text, 30 seconds, 256 MiB of answer. */
  public static final Limits STANDARD = new Limits(100_000, Duration.ofSeconds(30));

  /** The usual length of answers. */
  public Limits(int queryBytes, Duration deadline) {
    this(queryBytes, deadline, 256L << 20);
  }

  public Limits {
    if (queryBytes <= 0 || !deadline.isPositive() || answerBytes <= 0) {
      throw new IllegalArgumentException("Limits are positive, and these are not: " + this);
    }
  }
}
