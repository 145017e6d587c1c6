package org.parley.sparql;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/** The time by which a request must be answered. */
final class Deadline {

  private final Limits limits;
  private final long end;
  private final ScheduledExecutorService clock;

  /** Starts now. */
  Deadline(Limits limits, ScheduledExecutorService clock) {
    this.limits = limits;
    this.end = System.nanoTime() + limits.deadline().toNanos();
    this.clock = clock;
  }

  /** Throws when the time is over. */
  void check() {
    if (end - System.nanoTime() <= 0) {
      throw new Refused.DeadlinePassed(limits);
    }
  }

  /** Does something with a query, which is cancelled if the time is over before it is done. */
  void watch(QueryExec query, Failures.Answering answering) throws IOException {
    ScheduledFuture<?> cancelling =
        clock.schedule(() -> cancel(query), end - System.nanoTime(), TimeUnit.NANOSECONDS);
    try {
      answering.run();
    } finally {
      cancelling.cancel(false);
    }
  }

  /** The signal never blocks; {@code abort} may, and the clock has other queries to stop. */
  private static void cancel(QueryExec query) {
    Context.getOrSetCancelSignal(query.getContext()).set(true);
    Thread.ofPlatform().daemon().name("sparql-abort").start(query::abort);
  }
}
