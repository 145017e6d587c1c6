package org.parley.store;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What one query keeps in memory, and whether it may go on. Whatever the engine holds on to is
 * weighed by {@link #keep}, in bytes, roughly and rather too high than too low; all queries
 * together may keep half of the heap, one of them a quarter of that. All but {@link #stop} and
 * {@link #kept} is for the thread that runs the query.
 */
public final class Meter implements AutoCloseable {

  /** The longest string, in characters, that a function may make. */
  private static final int LONGEST = 100_000;

  private static final Symbol KEY = Symbol.create("https://w3id.org/parley/meter");
  private static final long TOGETHER = Runtime.getRuntime().maxMemory() / 2;
  private static final AtomicLong TAKEN = new AtomicLong();
  private static final long STEP = 1L << 20;

  private final long most;
  private long kept;
  private long reserved;
  private final boolean unlimited;
  private volatile @Nullable RuntimeException stopped;
  private Runnable whenStopped = () -> {};

  /** A meter for a query of a stranger. */
  public Meter() {
    this(TOGETHER / 4);
  }

  /** A meter that refuses nothing. */
  public static Meter unlimited() {
    return new Meter(Long.MAX_VALUE / 2);
  }

  /** A meter for a query that keeps so many bytes at most. */
  Meter(long most) {
    this.most = most;
    this.unlimited = most > TOGETHER;
  }

  /** The meter of the query that runs in this context; one that never refuses if it has none. */
  public static Meter of(Context context) {
    Meter found = context.get(KEY);
    return found == null ? unlimited() : found;
  }

  /** Measures the query that will run in this context. */
  public void measure(Context context) {
    context.set(KEY, this);
    // it works out constants before the query runs, where nothing is weighed
    context.set(ARQ.optExprConstantFolding, false);
  }

  /** Makes the query end with this exception at its next step. The first reason stands. */
  public synchronized void stop(RuntimeException why) {
    if (stopped == null) {
      stopped = why;
      whenStopped.run();
    }
  }

  /** What is done when the query is stopped, which must not take long; the last given counts. */
  synchronized void whenStopped(Runnable action) {
    whenStopped = action;
    if (stopped != null) {
      action.run();
    }
  }

  /** Why the query is to end; null while it may go on. */
  public @Nullable RuntimeException stopped() {
    return stopped;
  }

  /**
   * Does nothing while the query may go on.
   *
   * @throws QueryCancelledException when it may not; the engine lets nothing else pass everywhere,
   *     and takes any other for a row that a filter keeps out
   */
  public void check() {
    if (stopped != null) {
      throw new QueryCancelledException();
    }
  }

  /**
   * Weighs something that is held on to. The query is stopped with {@link TooMuch} when it keeps
   * more than one may, and with {@link Overloaded} when all together keep more than they may.
   *
   * @throws QueryCancelledException when it is stopped
   */
  public void keep(long bytes) {
    check();
    kept += bytes;
    if (kept <= reserved || unlimited) {
      return;
    }
    if (kept > most) {
      stop(
          new TooMuch(
              "The query keeps more than %d MB in memory, by ORDER BY, DISTINCT, GROUP BY, MINUS, a"
                      .formatted(most >> 20)
                  + " path or a join. Ask for less: add a LIMIT, or a pattern that joins the"
                  + " others"));
      check();
    }
    long more = Math.max(STEP, kept - reserved);
    if (TAKEN.addAndGet(more) > TOGETHER) {
      TAKEN.addAndGet(-more);
      stop(new Overloaded("The queries that run now take all the memory there is for queries"));
      check();
    }
    reserved += more;
  }

  /** Stops the query with {@link TooMuch} if it makes a string of more characters than it may. */
  void checkLength(long length) {
    if (length > LONGEST && !unlimited) {
      stop(
          new TooMuch(
              "The query makes a string of more than %,d characters. Ask for its parts"
                  .formatted(LONGEST)));
      check();
    }
  }

  /** Gives back what was held on to. */
  void free(long bytes) {
    kept -= bytes;
  }

  /** How many bytes the query keeps now. */
  public long kept() {
    return kept;
  }

  /** Gives everything back. */
  @Override
  public void close() {
    TAKEN.addAndGet(-reserved);
    reserved = 0;
  }

  /** What a row weighs. */
  static long size(Binding row) {
    long bytes = 64;
    for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
      bytes += size(row.get(vars.next()));
    }
    return bytes;
  }

  /** What a term weighs. */
  public static long size(@Nullable Node term) {
    if (term == null) {
      return 0;
    }
    return 64
        + (term.isLiteral()
            ? 2L * term.getLiteralLexicalForm().length()
            : term.isURI() ? term.getURI().length() : 32);
  }
}
