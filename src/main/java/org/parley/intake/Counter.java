package org.parley.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Serves one at a time, in the order of their coming, and sends away whom it cannot serve soon: who
 * comes when too many wait, and who has waited too long.
 */
final class Counter {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int waiting;
  private final Duration patience;
  private final Semaphore places;
  private final ReentrantLock turn = new ReentrantLock(true);

  Counter(int waiting) {
    this(waiting, PATIENCE);
  }

  Counter(int waiting, Duration patience) {
    this.waiting = waiting;
    this.patience = patience;
    this.places = new Semaphore(waiting + 1);
  }

  /** How many more may come now. */
  int free() {
    return places.availablePermits();
  }

  <T> T serve(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw NotTaken.busy(waiting);
    }
    try {
      if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw NotTaken.busy(waiting - places.availablePermits());
      }
      try {
        return work.get();
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotTaken.busy(waiting);
    } finally {
      places.release();
    }
  }
}
