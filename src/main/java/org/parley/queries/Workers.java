package org.parley.queries;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parley.store.Meter;
import org.parley.store.Overloaded;

/**
 * The queries of one kind that run at once. Many may begin, so that what is quick never waits for
 * what is slow: the system shares out the processors among them. What has used a quarter of a
 * second of one is slow; few such go on, and any more are told to come back. Whoever finds all
 * places taken waits in turn, for a while.
 */
public final class Workers {

  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  private final String kind;
  private final boolean bounded;
  private final Semaphore places;
  private final Semaphore slowPlaces;
  private final int queue;
  private final ConcurrentMap<Long, RunningQuery> running = new ConcurrentHashMap<>();

  /** A place for 64 queries, two of them slow, for each processor; and as many may wait. */
  public Workers(String kind) {
    this(kind, 64 * CORES, 2 * CORES, 64 * CORES);
  }

  /**
   * Places for queries.
   *
   * @param kind what they are called where they are listed
   * @param all how many run at once
   * @param slow how many of them may be slow
   * @param queue how many may wait for a place
   */
  public Workers(String kind, int all, int slow, int queue) {
    this(kind, true, all, slow, queue);
  }

  private Workers(String kind, boolean bounded, int all, int slow, int queue) {
    this.kind = kind;
    this.bounded = bounded;
    this.places = new Semaphore(all, true);
    this.slowPlaces = new Semaphore(slow);
    this.queue = queue;
  }

  /** Any number of queries, each of which may keep what it likes. */
  static Workers unbounded() {
    return new Workers("own", false, Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
  }

  /** The queries that run now, the oldest first. */
  public List<RunningQuery> running() {
    return running.values().stream().sorted(Comparator.comparingLong(RunningQuery::id)).toList();
  }

  Meter meter() {
    return bounded ? new Meter() : Meter.unlimited();
  }

  /**
   * Takes a place, when there is one.
   *
   * @param wait how long to wait for it at most, in nanoseconds
   * @throws Overloaded when there is none in time
   */
  void enter(RunningQuery query, long wait) {
    try {
      if (!places.tryAcquire()
          && (places.getQueueLength() >= queue
              || !places.tryAcquire(Math.min(wait, PATIENCE), TimeUnit.NANOSECONDS))) {
        throw new Overloaded("Too many queries run now, and too many wait");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("The server is being stopped");
    }
    running.put(query.id(), query);
    HeapWatch.add(query);
  }

  /** Ends a query that has become slow when there is no place for another such. */
  void pace(RunningQuery query) {
    synchronized (query) {
      if (!bounded || query.isSlow() || !running.containsKey(query.id()) || query.used() < QUICK) {
        return;
      }
      if (slowPlaces.tryAcquire()) {
        query.slow();
        return;
      }
    }
    query.end(new Overloaded("Too many long queries run now for another"));
  }

  /** Gives the place back. */
  void leave(RunningQuery query) {
    synchronized (query) {
      running.remove(query.id());
      HeapWatch.remove(query);
      if (query.isSlow()) {
        slowPlaces.release();
      }
    }
    places.release();
  }

  /** What they are called where they are listed. */
  String kind() {
    return kind;
  }
}
