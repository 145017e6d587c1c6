package org.parley.intake;

import java.nio.charset.StandardCharsets;

/**
 * The text of a document on disk, proven to be the one that was read. Positions are code points,
 * counted from 0 (Web Annotation, section 4.2.5).
 */
public final class DocumentText {

  private final int[] codePoints;

  private DocumentText(byte[] bytes) {
    codePoints = new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
  }

  /**
   * The text that has a digest.
   *
   * @param name what to call it in messages
   * @throws UnprovenDocument when it has another
   */
  static DocumentText proven(String name, byte[] bytes, String digest) {
    if (!Digest.of(bytes).equals(digest)) {
      throw new UnprovenDocument(
          name + " is not the text that was read: its digest is " + Digest.of(bytes) + ".");
    }
    return new DocumentText(bytes);
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
