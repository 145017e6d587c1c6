package org.parley.intake;

import java.nio.charset.StandardCharsets;

/**
 * The text of a document on disk, proven to be the one that was read. Positions are code points,
 * counted from 0 (Web Annotation, section 4.2.5).
 */
public final class DocumentText {

  private final int[] codePoints;

  DocumentText(byte[] bytes) {
    codePoints = new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
  }

  /** How many code points it has. */
  public int length() {
    return codePoints.length;
  }

  /**
   * What stands between two positions.
   *
   * @throws IndexOutOfBoundsException when they are not positions of this text
   */
  public String between(int start, int end) {
    return new String(codePoints, start, end - start);
  }

  /** Whether two positions are of this text, and what stands between them has that digest. */
  public boolean holds(int start, int end, String digest) {
    return 0 <= start
        && start < end
        && end <= codePoints.length
        && Digest.of(between(start, end).getBytes(StandardCharsets.UTF_8)).equals(digest);
  }
}
