package org.parley.rdf;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of an {@code Accept} header: RFC 9110, section 12.5.1.
 *
 * @param type in lower case, or {@code *}
 * @param subtype in lower case, or {@code *}
 * @param parameters whether it has any besides {@code q}
 * @param quality from 0, refused, to 1
 */
record MediaRange(String type, String subtype, boolean parameters, double quality) {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String VALUE = TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"";

  /** Up to the comma: type and subtype, or the lone star of Java's own client; parameters. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:(?<type>T)/(?<subtype>T)|\\*)(?<parameters>(?:\\s*+;\\s*+(?:T\\s*+=\\s*+(?:V))?+)*+)"
              .replace("T", TOKEN)
              .replace("V", VALUE));

  private static final Pattern PARAMETER =
      Pattern.compile("(%s)\\s*+=\\s*+(%s)".formatted(TOKEN, VALUE));

  /** Section 12.4.2; and ".2", which Java's own client sends. */
  private static final Pattern QUALITY = Pattern.compile("0?\\.[0-9]{1,3}|0\\.?|1(?:\\.0{0,3})?");

  /**
   * @throws MalformedAccept if it is no media range
   */
  static MediaRange parse(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new MalformedAccept("holds \"%s\", which is no media range".formatted(text));
    }
    String type = range.group("type") == null ? "*" : range.group("type");
    String subtype = range.group("subtype") == null ? "*" : range.group("subtype");
    if (type.equals("*") && !subtype.equals("*")) {
      throw new MalformedAccept("holds \"%s\", which is no media range".formatted(text));
    }
    boolean parameters = false;
    double quality = 1;
    Matcher parameter = PARAMETER.matcher(range.group("parameters"));
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("q")) {
        quality = quality(parameter.group(2));
      } else {
        parameters = true;
      }
    }
    return new MediaRange(
        type.toLowerCase(Locale.ROOT), subtype.toLowerCase(Locale.ROOT), parameters, quality);
  }

  /** How closely this names the media type, from 1; 0 if it does not match it. */
  int specificity(String mediaType) {
    if (type.equals("*")) {
      return 1;
    }
    if (!mediaType.startsWith(type + "/")) {
      return 0;
    }
    if (subtype.equals("*")) {
      return 2;
    }
    // A parameter asks for something narrower than is offered: less close than the bare type.
    return mediaType.equals(type + "/" + subtype) ? (parameters ? 3 : 4) : 0;
  }

  private static double quality(String text) {
    if (!QUALITY.matcher(text).matches()) {
      throw new MalformedAccept("holds q=%s, which is not from 0 to 1".formatted(text));
    }
    return Double.parseDouble(text);
  }
}
