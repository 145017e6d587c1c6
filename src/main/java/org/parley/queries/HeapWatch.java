package org.parley.queries;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.store.Overloaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last line before the heap is full: when a collection leaves more than four fifths of it in
 * use, the query that keeps most is ended, whatever its {@link org.parley.store.Meter} allows.
 */
final class HeapWatch {

  private static final Logger LOG = LoggerFactory.getLogger("parley");
  private static final long FULL = Runtime.getRuntime().maxMemory() / 5 * 4;
  private static final Set<RunningQuery> RUNNING = ConcurrentHashMap.newKeySet();
  private static long seen;

  private HeapWatch() {}

  static void start(ScheduledExecutorService clock) {
    var unused = clock.scheduleWithFixedDelay(HeapWatch::watch, 1, 1, TimeUnit.SECONDS);
  }

  static void add(RunningQuery query) {
    RUNNING.add(query);
  }

  static void remove(RunningQuery query) {
    RUNNING.remove(query);
  }

  private static void watch() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("Could not look at the heap, and will again", e); // thrown on, it would be the last
    }
  }

  private static void look() {
    long left = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        left += pool.getCollectionUsage().getUsed();
      }
    }
    if (left != seen) { // each collection is answered once
      relieve(left);
    }
    seen = left;
  }

  /** Ends the query that keeps most, if a collection left so many bytes that it is time to. */
  static void relieve(long left) {
    if (left > FULL) {
      RUNNING.stream()
          .max(Comparator.comparingLong(RunningQuery::kept).thenComparingLong(RunningQuery::id))
          .ifPresent(query -> query.end(new Overloaded("The memory of the server is nearly full")));
    }
  }
}
