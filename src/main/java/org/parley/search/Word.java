package org.parley.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text.
 *
 * @param spelled as it stands there, in small letters
 * @param folded in small Latin letters without accents, as far as its script has rules for that,
 *     and with nothing in it but letters and digits
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
record Word(String spelled, String folded, int start, int end) {
  private static final int LONGEST = 100;
  private static final Transliterator FOLDING =
      Transliterator.getInstance(
          "Any-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower; [^[:L:][:N:]] Remove");

  /** The words as Unicode divides them (UAX 29), whatever else stands between them. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String spelled = text.substring(start, end).toLowerCase(Locale.ROOT);
      String folded = FOLDING.transliterate(spelled);
      if (!folded.isEmpty()) {
        words.add(new Word(shortened(spelled), shortened(folded), start, end));
      }
      start = end;
    }
    return words;
  }

  private static String shortened(String word) {
    return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
  }
}
