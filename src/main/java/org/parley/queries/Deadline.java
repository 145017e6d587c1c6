package org.parley.queries;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/** The time by which an answer must be ready; it starts when this is made. */
public final class Deadline {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Duration allowed;
  private final long end;

  public Deadline(Duration allowed) {
    this.allowed = allowed;
    this.end = System.nanoTime() + allowed.toNanos();
  }

  private static ScheduledThreadPoolExecutor clock() {
    var clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("query-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  /**
   * Does nothing while there is time.
   *
   * @throws DeadlinePassed when the time is over
   */
  public void check() {
    if (end - System.nanoTime() <= 0) {
      throw new DeadlinePassed(allowed);
    }
  }

  /**
   * Does something with a query, which is cancelled if the time is over before it is done.
   *
   * @throws DeadlinePassed when it was
   */
  public <T> T watch(QueryExec query, Function<QueryExec, T> answering) {
    ScheduledFuture<?> cancelling =
        CLOCK.schedule(() -> cancel(query), end - System.nanoTime(), TimeUnit.NANOSECONDS);
    try {
      return answering.apply(query);
    } catch (QueryCancelledException e) {
      throw new DeadlinePassed(allowed);
    } finally {
      cancelling.cancel(false);
    }
  }

  /** The signal never blocks; {@code abort} may, and the clock has other queries to stop. */
  private static void cancel(QueryExec query) {
    Context.getOrSetCancelSignal(query.getContext()).set(true);
    Thread.ofPlatform().daemon().name("query-abort").start(query::abort);
  }
}
