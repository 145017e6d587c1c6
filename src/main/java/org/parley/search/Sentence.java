package org.parley.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a text, or what stands in the place of one: a heading, an item of a list.
 *
 * @param start where it begins in the text, in UTF-16 units from 0
 * @param end where it ends, exclusive
 */
public record Sentence(int start, int end) {

  /** Wider lines than this are paragraphs; nobody breaks lines there by hand. */
  private static final int WIDEST = 120;

  private static final Pattern NEWLINE = Pattern.compile("\\R[\\h\\v]*");
  private static final Pattern ITEM = Pattern.compile("[-–—•*·]\\h|\\(?\\p{Alnum}{1,3}[.)]\\h");

  /** What stands around a sentence and is none of it: white space, marks of lists, no-width. */
  private static final Pattern BEFORE =
      Pattern.compile("^(?:[\\s\\p{Z}\\p{Cf}]|[-–—•*·](?=[\\s\\p{Z}])|\\(?\\d{1,3}[.)](?=\\h))+");

  private static final Pattern AFTER = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+$");

  /** An end that is none: of an initial, of a number, or of a word that is only shortened. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?:^|[\\s\\p{Z}(«“\"])(?:\\p{Lu}|(?<!\\d\\s)[гм]|вул|ул|просп|ім|им|обл|див|см|напр|тис|тыс"
              + "|проф|акад|ген|св|стор|Doç|Yrd|Cad|Sok|Mah|Sn|Av|Gen|Jan|Feb|Mar|Apr|Aug|Sept?|Oct"
              + "|Nov|Dec)\\.[\\s\\p{Z}]*$");

  /** The mark of an item in a numbered list. */
  private static final Pattern NUMBER = Pattern.compile("[\\s\\p{Z}]*\\d{1,3}\\.[\\s\\p{Z}]*");

  private static final Pattern GOES_ON = Pattern.compile("^[\\s\\p{Z}\\p{Pd}]*\\p{Ll}");

  /**
   * The sentences of a text, as Unicode divides it (UAX 29) but for abbreviations; a line that only
   * wraps is no end of one. What is between them is white space and the marks of lists.
   */
  public static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    String whole = unwrapped(text);
    BreakIterator breaks =
        FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH)
            .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ROOT));
    breaks.setText(whole);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (!goesOn(whole, start, end)) {
        add(whole, start, end, sentences);
        start = end;
      }
    }
    return sentences;
  }

  /** This part of the text. */
  public String in(String text) {
    return text.substring(start, end);
  }

  private static void add(String text, int start, int end, List<Sentence> sentences) {
    String part = text.substring(start, end);
    Matcher before = BEFORE.matcher(part);
    int first = before.find() ? before.end() : 0;
    Matcher after = AFTER.matcher(part);
    int last = after.find(first) ? after.start() : part.length();
    if (first < last) {
      sentences.add(new Sentence(start + first, start + last));
    }
  }

  private static boolean goesOn(String text, int start, int end) {
    if (end == text.length() || NEWLINE.matcher(text.substring(start, end)).find()) {
      return false;
    }
    // Far more than any word that is shortened, and bounded, so that a long text takes no longer.
    String tail = text.substring(Math.max(start, end - 40), end);
    String next = text.substring(end, Math.min(text.length(), end + 40));
    return OPEN.matcher(tail).find()
        || NUMBER.matcher(tail).matches()
        || GOES_ON.matcher(next).find();
  }

  /** The same, as long, but with spaces for those ends of lines that are only there for width. */
  private static String unwrapped(String text) {
    int width = text.lines().mapToInt(String::length).max().orElse(0);
    if (width > WIDEST) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text);
    int line = 0;
    for (MatchResult end : NEWLINE.matcher(text).results().toList()) {
      boolean paragraph = end.group().codePoints().filter(c -> c == '\n').count() > 1;
      int word = firstWord(text, end.end());
      if (!paragraph
          && end.start() - line + 1 + word > width
          && word > 0
          && !ITEM.matcher(text).region(end.end(), text.length()).lookingAt()) {
        whole.replace(end.start(), end.end(), " ".repeat(end.end() - end.start()));
      }
      line = end.end();
    }
    return whole.toString();
  }

  private static int firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - from;
  }
}
