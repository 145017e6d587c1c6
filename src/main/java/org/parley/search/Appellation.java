package org.parley.search;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A name of a thing, as the words that a text may have in its place.
 *
 * @param thing its IRI
 * @param place whether it is a place
 */
record Appellation(String thing, List<Inflection> words, boolean place) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]*");

  /** Whether the words of a text from one on are this name, in some form. */
  boolean stands(List<Word> text, int at, String spelled) {
    if (at + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      Word word = text.get(at + i);
      if (!words.get(i).matches(word, spelled.substring(word.start(), word.end()))
          || (i > 0 && !adjoin(text, at + i, spelled))) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but white space or a hyphen is between a word and the one before it. */
  static boolean adjoin(List<Word> text, int at, String spelled) {
    return BETWEEN
        .matcher(spelled.substring(text.get(at - 1).end(), text.get(at).start()))
        .matches();
  }
}
