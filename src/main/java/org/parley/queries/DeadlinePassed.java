package org.parley.queries;

import java.time.Duration;

/** An answer was not ready in time. The message says what to do. */
public final class DeadlinePassed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeadlinePassed(Duration allowed) {
    super(
        "The answer took longer than the %.1f s allowed. Ask for less: add a LIMIT or name a graph"
            .formatted(allowed.toMillis() / 1000.0));
  }
}
