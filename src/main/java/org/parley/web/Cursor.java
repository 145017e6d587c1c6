package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.queries.BadParameter;
import org.parley.store.Revision;

/**
 * Where the next page of a list begins, as clients hand it back without looking inside. It holds
 * for one list at one revision, so that no entry is seen twice or missed.
 *
 * @param offset how many entries come before
 */
record Cursor(long offset) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,9}) (-?\\d{1,10})");

  /**
   * Reads one.
   *
   * @param text what the client gave; null for the beginning
   * @param list what tells this list from all others
   * @throws BadParameter when it is none, or one of another list
   * @throws GoneRevision when the data have changed since it was given out
   */
  static Cursor parse(@Nullable String text, String list, Revision present) {
    if (text == null || text.isEmpty()) {
      return new Cursor(0);
    }
    Matcher parts = FORM.matcher(decoded(text));
    if (!parts.matches() || !parts.group(3).equals(Integer.toString(list.hashCode()))) {
      throw new BadParameter(
          "cursor",
          "Parameter 'cursor' is not one that this list gave. Follow its links, or begin without"
              + " it.");
    }
    GoneRevision.require(Long.parseLong(parts.group(1)), present);
    return new Cursor(Long.parseLong(parts.group(2)));
  }

  /** The text that {@link #parse} reads. */
  String text(String list, Revision present) {
    String plain = "%d %d %d".formatted(present.number(), offset, list.hashCode());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
