package org.parley.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Serves one at a time, in the order of their coming, and sends away whom it cannot serve soon. */
final class Counter {

  private final int waiting;
  private final Semaphore places;
  private final ReentrantLock turn = new ReentrantLock(true);

  Counter(int waiting) {
    this.waiting = waiting;
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
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
      places.release();
    }
  }
}
