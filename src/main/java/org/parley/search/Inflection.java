package org.parley.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a name, and the forms that it takes in a text.
 *
 * <p>The possessive of English, the cases of Ukrainian and Russian, and those of Turkish, which
 * names have after an apostrophe, are all endings: a table of endings finds them, and needs no
 * dictionary that lacks just the names.
 */
record Inflection(String word, String folded, String lang) {

  /** A text writes {@code Ukraine's} and {@code İstanbul'da} as one word. */
  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ][\\p{L}]{0,6}$");

  private static final Pattern LAST =
      Pattern.compile("(?:ія|ия|ій|ий|ый|ая|яя|ое|[аяеоіїиюуыьй])$");

  private static final Pattern CASE =
      Pattern.compile(
          "(?:[аяуюеєоиіїыьй]|[оеєё]м|[оеє]ю|[ое][йв]|ів|[ая]м|[ая]х|[ая]ми|[оеє]ві|[оеь]го"
              + "|[оеь]му|ьо[гм][оу]|[иіїы][мх]|[иіы]ми|ая|яя|ую|юю|[оиьі]ї|[иіы]й|[иы]е|ое|ією"
              + "|и[июяею]|і[юя]|ією)$");

  /** What belongs to a place or comes from it: російського, российского. */
  private static final Pattern ADJECTIVE =
      Pattern.compile("(?:[иі]й?)?сь?к(?:" + CASE.pattern().replace("$", "") + ")$");

  /** Russian, Ukrainian, Turkish; and their plurals. */
  private static final Pattern ENGLISH = Pattern.compile("(?:(?:i?a)?n|ish|ese)s?$");

  /** Київ becomes Києва, Харків becomes Харкова. */
  private static final Pattern CLOSED = Pattern.compile("[ії](?=[бвгґджзклмнпрстфхцчшщ]$)");

  private static final Pattern TURKISH =
      Pattern.compile("(?:n?[iu]n|y?[iuea]|[dt][ae]n?|l[ae]r\\w{0,4}|s[iu])$");

  /** Whether a word of a text is this one in some form. */
  boolean matches(Word other, String written) {
    if (!sameCase(written)) {
      return false;
    }
    if (other.folded().equals(folded)) {
      return true;
    }
    Matcher apostrophe = APOSTROPHE.matcher(written);
    if (apostrophe.find() && apostrophe.start() > 0) {
      String bare = written.substring(0, apostrophe.start());
      return Word.of(bare).stream().anyMatch(w -> w.folded().equals(folded))
          || inflected(bare.toLowerCase(Locale.ROOT), other.folded());
    }
    return inflected(other.spelled(), other.folded());
  }

  private boolean inflected(String spelled, String otherFolded) {
    return switch (lang) {
      case "uk", "ru" -> cyrillic(spelled, word.toLowerCase(Locale.ROOT));
      case "tr" -> folded.length() > 4 && ends(otherFolded, folded, TURKISH);
      case "en" -> english(otherFolded);
      default -> false;
    };
  }

  private boolean english(String otherFolded) {
    if (Character.isLowerCase(word.charAt(0))) {
      return otherFolded.equals(folded + "s");
    }
    String stem = folded.replaceFirst("[aeiy]+$", "");
    return stem.length() > 3 && stem.length() < folded.length() && ends(otherFolded, stem, ENGLISH);
  }

  private static boolean cyrillic(String spelled, String word) {
    String stem = LAST.matcher(word).replaceFirst("");
    if (stem.length() < 3) {
      return false;
    }
    return spelled.equals(stem)
        || ends(spelled, stem, CASE)
        || ends(spelled, stem, ADJECTIVE)
        || ends(spelled, CLOSED.matcher(stem).replaceFirst("о"), CASE)
        || ends(spelled, CLOSED.matcher(stem).replaceFirst("є"), CASE)
        || ends(spelled, CLOSED.matcher(stem).replaceFirst("е"), CASE);
  }

  private static boolean ends(String spelled, String stem, Pattern endings) {
    return spelled.startsWith(stem)
        && endings.matcher(spelled).region(stem.length(), spelled.length()).lookingAt();
  }

  /** A name is written large; what is only capitals, such as US, is no other word. */
  private boolean sameCase(String written) {
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return written.startsWith(word);
    }
    return !Character.isUpperCase(word.codePointAt(0))
        || Character.isUpperCase(written.codePointAt(0));
  }
}
