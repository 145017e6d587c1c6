package org.parley.queries;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.parley.store.Meter;
import org.parley.store.TooMuch;

/** The time by which an answer must be ready; it starts when this is made. */
public final class Deadline {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();
  private static final long PACE = TimeUnit.MILLISECONDS.toNanos(100);

  private final Duration allowed;
  private final Workers workers;
  private final String client;
  private final long end;

  /** A deadline of one's own, under no other limit. */
  public Deadline(Duration allowed) {
    this(allowed, Workers.unbounded(), "");
  }

  /** A deadline for what these workers do for a client. */
  public Deadline(Duration allowed, Workers workers, String client) {
    this.allowed = allowed;
    this.workers = workers;
    this.client = client;
    this.end = System.nanoTime() + allowed.toNanos();
  }

  private static ScheduledThreadPoolExecutor clock() {
    var clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("query-clock").factory());

    clock.setRemoveOnCancelPolicy(true);
    HeapWatch.start(clock);
    return clock;
  }

  /**
   * Does nothing while there is time.
   *
   * @throws DeadlinePassed when the time is over
   */
  public void check() {
    if (left() <= 0) {
      throw new DeadlinePassed(allowed);
    }
  }

  /**
   * Does something with a query, which is ended if the time is over before it is done.
   *
   * @throws DeadlinePassed when it was
   * @throws TooMuch when it uses more than a query may
   * @throws org.parley.store.Overloaded when the server has too much to do for it
   */
  public <T> T watch(QueryExec query, Function<QueryExec, T> answering) {
    check();
    try (Meter meter = workers.meter()) {
      meter.measure(query.getContext());
      RunningQuery running = new RunningQuery(client, workers.kind(), query, meter);
      workers.enter(running, left());
      ScheduledFuture<?> passing =
          CLOCK.schedule(
              () -> running.end(new DeadlinePassed(allowed)), left(), TimeUnit.NANOSECONDS);
      ScheduledFuture<?> pacing =
          CLOCK.scheduleWithFixedDelay(
              () -> workers.pace(running), PACE, PACE, TimeUnit.NANOSECONDS);
      try {
        T answer = answering.apply(query);
        meter.check(); // what was cut short is no answer
        return answer;
      } catch (QueryCancelledException e) {
        throw Objects.requireNonNullElse(meter.stopped(), e);
      } catch (StackOverflowError e) {
        throw new TooMuch(
            "The query leads too deep: a path over too many steps, or too much nesting. Take it"
                + " apart");
      } finally {
        passing.cancel(false);
        pacing.cancel(false);
        workers.leave(running);
      }
    }
  }

  private long left() {
    return end - System.nanoTime();
  }
}
