package org.parley.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * A dataset whose readers are kept out while what lies behind it is exchanged. TDB2 exchanges it
 * under them: a reading in progress fails and never ends, and one that begins then waits for ever.
 */
final class Gate extends DatasetGraphWrapper {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  Gate(DatasetGraph dataset) {
    super(dataset);
  }

  /** Does something when nobody reads, and lets nobody begin until it is done. */
  void exclusively(Runnable action) {
    lock.writeLock().lock();
    try {
      action.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The same, or nothing where somebody still reads after the time given. */
  boolean exclusively(Duration patience, Runnable action) {
    try {
      if (!lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      action.run();
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void begin() {
    begin(TxnType.READ);
  }

  @Override
  @SuppressWarnings("deprecation") // what it overrides
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public void begin(TxnType type) {
    lock.readLock().lock();
    try {
      super.begin(type);
    } catch (RuntimeException | Error e) {
      lock.readLock().unlock();
      throw e;
    }
  }

  @Override
  public void end() {
    try {
      super.end();
    } finally {
      if (lock.getReadHoldCount() > 0) { // end() may be called more often than begin()
        lock.readLock().unlock();
      }
    }
  }
}
