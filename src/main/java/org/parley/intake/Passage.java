package org.parley.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.search.Sentence;

/**
 * A span of a document that says something, and could become a {@code parley:Passage}.
 *
 * @param start its first code point, counted from 0
 * @param end the code point after its last
 * @param digest of what stands there, as {@code parley:exactDigest} wants it
 * @param text what stands there: for the eyes of the curator, and for no file
 */
public record Passage(int start, int end, String digest, String text) {

  /** Every sentence of a document, heading and item of a list, in order. */
  public static List<Passage> sentences(DocumentText document) {
    return all(
        document, Sentence.of(document.text()).stream().map(s -> new int[] {s.start(), s.end()}));
  }

  /** Wherever words stand in a document, in small letters or large, and however it breaks lines. */
  public static List<Passage> find(DocumentText document, String words) {
    String pattern =
        Stream.of(words.strip().split("\\s+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s\\p{Z}]+"));
    return all(
        document,
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(document.text())
            .results()
            .map(found -> new int[] {found.start(), found.end()}));
  }

  /**
   * The one between two positions.
   *
   * @throws IllegalArgumentException when they are not positions of the document, or out of order
   */
  public static Passage between(DocumentText document, int start, int end) {
    if (start < 0 || start >= end || end > document.length()) {
      throw new IllegalArgumentException(
          "There is nothing from %d to %d: the document has the positions 0 to %d, and the end comes after the start."
              .formatted(start, end, document.length()));
    }
    String text = document.between(start, end);
    return new Passage(start, end, Digest.of(text), text);
  }

  /** As a curator pastes it, without its text and what it mentions. */
  public String turtle(String id) {
    return """
    passage:%s a parley:Passage ;
        parley:spanOf document:%s ;
        oa:start %d ;
        oa:end %d ;
        parley:exactDigest "%s\"\
    """
        .formatted(slug(id), id, start, end, digest);
  }

  /** The last step of its IRI's path. */
  public String slug(String id) {
    return id + "-" + start + "-" + end;
  }

  /** What stands there, in one line. */
  public String line() {
    return text.strip().replaceAll("[\\s\\p{Z}]+", " ");
  }

  /** From ranges of UTF-16 units in order; code points are counted once, from one to the next. */
  private static List<Passage> all(DocumentText document, Stream<int[]> ranges) {
    List<Passage> passages = new ArrayList<>();
    int[] counted = {0, 0};
    ranges.forEachOrdered(
        range -> {
          int start = counted[1] + document.text().codePointCount(counted[0], range[0]);
          String text = document.text().substring(range[0], range[1]);
          passages.add(
              new Passage(
                  start, start + text.codePointCount(0, text.length()), Digest.of(text), text));
          counted[0] = range[0];
          counted[1] = start;
        });
    return passages;
  }
}
