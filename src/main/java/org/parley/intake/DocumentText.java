package org.parley.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a document on disk. Positions are code points, counted from 0 (Web Annotation,
 * section 4.2.5); the byte order mark, if there is one, is the first of them.
 */
public final class DocumentText {

  private static final long MOST = 10_000_000;

  private final String digest;
  private final String text;
  private final int[] codePoints;

  private DocumentText(byte[] bytes) {
    digest = Digest.of(bytes);
    text = new String(bytes, StandardCharsets.UTF_8);
    codePoints = text.codePoints().toArray();
  }

  /**
   * The text of a file that nobody has read before.
   *
   * @throws UnreadableText when it is no file, empty, of more than 10 MB, or not text in UTF-8
   */
  public static DocumentText read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableText(file, Files.exists(file) ? "it is no file." : "it is not there.");
    }
    byte[] bytes;
    try {
      if (Files.size(file) > MOST) {
        throw new UnreadableText(
            file,
            "it has %,d bytes, and a document at most %,d.".formatted(Files.size(file), MOST));
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableText(file, e + ".");
    }
    checkUtf8(file, bytes);
    DocumentText text = new DocumentText(bytes);
    text.checkReadable(file);
    return text;
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

  /** All of it. */
  public String text() {
    return text;
  }

  /** The digest of the file, as {@code parley:textDigest} wants it. */
  public String digest() {
    return digest;
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
        && Digest.of(between(start, end)).equals(digest);
  }

  private static void checkUtf8(Path file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    if (result.isError()) {
      throw new UnreadableText(
          file,
          "it is not UTF-8 at byte %d, line %d. Convert it, for example by iconv."
              .formatted(
                  in.position(),
                  line(new String(bytes, 0, in.position(), StandardCharsets.UTF_8))));
    }
  }

  private void checkReadable(Path file) {
    for (int i = 0; i < codePoints.length; i++) {
      if (Character.getType(codePoints[i]) == Character.CONTROL
          && !Character.isWhitespace(codePoints[i])
          && codePoints[i] != 0x85) {
        throw new UnreadableText(
            file,
            "it holds the control character U+%04X at position %d, as no text does."
                .formatted(codePoints[i], i));
      }
    }
    if (text.chars()
        .allMatch(c -> Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT)) {
      throw new UnreadableText(file, "there is nothing in it.");
    }
  }

  private static long line(String before) {
    return before.chars().filter(c -> c == '\n').count() + 1;
  }
}
