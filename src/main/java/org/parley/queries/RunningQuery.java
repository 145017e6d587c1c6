package org.parley.queries;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.parley.store.Meter;

/** A query that is being answered. */
public final class RunningQuery {

  private static final int SHOWN = 500;
  private static final AtomicLong IDS = new AtomicLong();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long id = IDS.incrementAndGet();
  private final Instant since = Instant.now();
  private final long thread = Thread.currentThread().threadId();
  private final long begun = THREADS.getThreadCpuTime(thread);
  private final String client;
  private final String kind;
  private final QueryExec execution;
  private final Meter meter;
  private boolean slow;

  RunningQuery(String client, String kind, QueryExec execution, Meter meter) {
    this.client = client;
    this.kind = kind;
    this.execution = execution;
    this.meter = meter;
  }

  public long id() {
    return id;
  }

  public Instant since() {
    return since;
  }

  /** Who asks: an address, or the id of the request where a page asks. */
  public String client() {
    return client;
  }

  /** Which of the {@link Workers} work at it. */
  public String kind() {
    return kind;
  }

  /** What it keeps in memory, in bytes, as its {@link Meter} weighs it. */
  public long kept() {
    return meter.kept();
  }

  /** Its text, in one line, shortened. */
  public String text() {
    String text = execution.getQuery().toString().replaceAll("\\s+", " ");
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /** Whether it takes one of the few places for what is slow. */
  boolean isSlow() {
    return slow;
  }

  void slow() {
    slow = true;
  }

  /** The time of a processor that it has used, in nanoseconds. */
  long used() {
    return THREADS.getThreadCpuTime(thread) - begun;
  }

  /**
   * Ends it; whoever asked gets this exception. The signal never blocks; {@code abort} may, and the
   * clock has other queries to end.
   */
  public void end(RuntimeException why) {
    meter.stop(why);
    Context.getOrSetCancelSignal(execution.getContext()).set(true);
    Thread.ofPlatform().daemon().name("query-abort").start(execution::abort);
  }
}
