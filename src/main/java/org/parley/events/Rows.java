package org.parley.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a table line by line, and never holds more than one line of bounded length. */
final class Rows implements AutoCloseable {

  /** Bytes of a line; a longer one is passed over. */
  static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[LONGEST];
  private int at;
  private int filled;
  private long number;
  private long position;
  private long bytes;

  Rows(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }

  /** The next line; null at the end. */
  @Nullable Row next() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    long start = position;
    long codePoints = 0;
    int length = 0;
    boolean whole = true;
    boolean ended = false;
    byte last = 0;
    while (!ended && (at < filled || fill())) {
      last = buffer[at++];
      bytes++;
      ended = last == '\n';
      if (!ended) {
        codePoints += (last & 0xC0) == 0x80 ? 0 : 1; // the bytes that continue one count for none
        whole &= length < LONGEST;
        if (whole) {
          line[length++] = last;
        }
      }
    }
    position += codePoints + (ended ? 1 : 0);
    number++;
    boolean returned = length > 0 && line[length - 1] == '\r' && whole;
    return new Row(
        number,
        start,
        start + codePoints - (returned ? 1 : 0),
        whole ? ByteBuffer.wrap(Arrays.copyOf(line, returned ? length - 1 : length)) : null);
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    if (filled < 0) {
      filled = 0;
    }
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
