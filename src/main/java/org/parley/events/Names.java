package org.parley.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared, and as they stand in IRIs. */
final class Names {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");
  private static final int LONGEST = 80;

  private Names() {}

  /** The same for names that differ in case, accents and punctuation only. */
  static String folded(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String words = APOSTROPHES.matcher(plain.replace("&", " and ")).replaceAll("");
    return ends(OTHER.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-"));
  }

  /** A slug: lower-case Latin letters, digits and hyphens; {@code unnamed} where none is left. */
  static String slug(String name) {
    String latin = ends(NOT_ASCII.matcher(folded(name)).replaceAll("-"));
    String slug = latin.length() > LONGEST ? ends(latin.substring(0, LONGEST)) : latin;
    return slug.isEmpty() ? "unnamed" : slug;
  }

  private static String ends(String text) {
    return ENDS.matcher(text).replaceAll("");
  }
}
