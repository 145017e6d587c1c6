package org.parley.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A body that breaks off when nothing comes for too long. To close it does nothing: readers of
 * results close what they have read, and the end of the transfer is still to come then.
 */
final class Watched extends FilterInputStream {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Duration timeout;
  private int last;
  private volatile boolean stalled;

  Watched(InputStream in, Duration timeout) {
    super(in);
    this.timeout = timeout;
  }

  /** The last byte so far that is no space. */
  int last() {
    return last;
  }

  /** Whether it broke off for that reason. */
  boolean stalled() {
    return stalled;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Future<?> alarm = CLOCK.schedule(this::stall, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      int count = super.read(into, offset, length);
      for (int i = offset; i < offset + count; i++) {
        last = into[i] > ' ' ? into[i] : last;
      }
      return count;
    } finally {
      alarm.cancel(false);
    }
  }

  @Override
  public void close() {
    // see above
  }

  private void stall() {
    stalled = true;
    Thread unused =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    in.close();
                  } catch (IOException e) {
                    // whoever reads is told
                  }
                });
  }

  private static ScheduledThreadPoolExecutor clock() {
    var clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = Thread.ofPlatform().daemon().name("engine-clock").unstarted(task);
              thread.setContextClassLoader(null); // it outlives the server that needs it first
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
