package org.parley.web.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one client may use; zero means as much as it likes.
 *
 * @param time how long requests may be worked on in a minute, all together
 * @param errors how many requests may be refused (4xx) in a minute
 * @param connections how many may be open at once; unlike the others, counted by the address that
 *     opened them, whatever a proxy says
 * @param patience how long a request may take to arrive, or an answer to be taken, beyond a second
 *     for every 16 KiB
 */
public record Quota(
    @DefaultValue("120s") Duration time,
    @DefaultValue("300") int errors,
    @DefaultValue("100") int connections,
    @DefaultValue("10s") Duration patience) {

  /** For clients that are trusted. */
  public static final Quota UNBOUNDED = new Quota(Duration.ZERO, 0, 0, Duration.ZERO);

  /** The pace at which bytes must move, per second. */
  static final int PACE = 16 << 10;

  /**
   * @throws IllegalArgumentException when a value is negative, or a time is a part of a second
   */
  public Quota {
    require("time", time);
    require("patience", patience);
    if (errors < 0 || connections < 0) {
      throw new IllegalArgumentException(
          "errors and connections are 0 or more, not %d and %d; 0 sets no bound"
              .formatted(errors, connections));
    }
  }

  /** What is left of the patience, in nanoseconds, after that time and that many bytes. */
  long left(long nanos, long bytes) {
    return patience.isZero()
        ? Long.MAX_VALUE
        : patience.plusSeconds(bytes / PACE).toNanos() - nanos;
  }

  private static void require(String name, Duration value) {
    long seconds = value.toSeconds();
    if (!value.isZero() && (seconds < 1 || seconds > 86_400)) {
      throw new IllegalArgumentException(
          "%s is 0, which sets no bound, or from 1s to 1d, not %s".formatted(name, value));
    }
  }
}
