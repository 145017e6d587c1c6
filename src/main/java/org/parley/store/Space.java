package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The space on the disk, and how much of it must stay free. A full disk ends a write in the middle
 * of a mapped file, where the system answers with a fault in memory and not with an error.
 *
 * @param free how many bytes are free now
 * @param reserve how many bytes must stay free
 */
record Space(LongSupplier free, long reserve) {

  static final long RESERVE = 128L << 20;
  static final Space UNLIMITED = new Space(() -> Long.MAX_VALUE, 0);

  static Space of(Path directory, long reserve) {
    return new Space(
        () -> {
          try {
            return Files.getFileStore(directory).getUsableSpace();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        reserve);
  }

  /**
   * Holds what is free against what something takes.
   *
   * @throws StoreFull when less than the reserve would be left
   */
  void require(String what, long bytes) {
    long present = free.getAsLong();
    if (present < reserve + bytes) {
      throw new StoreFull(what, present, reserve + bytes);
    }
  }
}
