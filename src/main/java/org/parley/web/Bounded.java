package org.parley.web;

import java.io.ByteArrayOutputStream;
import org.parley.queries.BadParameter;

/** The bytes of an answer, which is held in memory until it is whole. */
final class Bounded extends ByteArrayOutputStream {
  /** 32 MiB. */
  static final int MOST = 32 << 20;

  @Override
  public synchronized void write(int b) {
    require(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    require(length);
    super.write(bytes, offset, length);
  }

  private void require(int more) {
    if (size() + more > MOST) {
      throw new BadParameter(
          "limit",
          "The answer is larger than %d MiB. Ask for it in pages: limit=%d, then follow the links"
                  .formatted(MOST >> 20, Asked.MOST)
              + " to the next one.");
    }
  }
}
