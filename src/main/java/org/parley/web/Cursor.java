package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins. To clients it is opaque.
 *
 * @param revision the revision that the list is of
 * @param list a checksum of what the list is of, so that no page is taken from another
 * @param offset how many come before the page
 */
record Cursor(long revision, int list, int offset) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,9}) (\\d{1,9})");

  /** Reads what {@link #toString} wrote; nothing if it is none. */
  static Optional<Cursor> parse(String text) {
    Matcher form;
    try {
      form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return form.matches()
        ? Optional.of(
            new Cursor(
                Long.parseLong(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    byte[] bytes = (revision + " " + list + " " + offset).getBytes(UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
