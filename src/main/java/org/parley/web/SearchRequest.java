package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.queries.BadParameter;
import org.parley.search.Found;
import org.parley.search.Search;
import org.parley.store.Revision;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is searched for, as a query string says it. As everywhere, an empty value is one that is not
 * given, and nothing given is ignored.
 *
 * @param text empty when none is given
 * @param kind null for all
 * @param limit how many to give at most
 * @param cursor where to begin, as clients have it; null for the beginning
 */
record SearchRequest(String text, @Nullable String kind, int limit, @Nullable String cursor) {
  private static final int LONGEST = 256;
  private static final int MOST = 100;

  /**
   * Reads a request.
   *
   * @param limit that of a request which gives none
   * @param known its parameters, of which the first has the text
   * @throws BadParameter when one is unknown, repeated or wrong
   */
  static SearchRequest of(HttpServletRequest request, int limit, List<String> known) {
    Map<String, String> given = given(request, known);
    String text = given.getOrDefault(known.getFirst(), "");
    if (text.length() > LONGEST) {
      throw new BadParameter(
          known.getFirst(),
          "Parameter '%s' has %d characters; it must have %d at most."
              .formatted(known.getFirst(), text.length(), LONGEST));
    }
    String kind = given.get("kind");
    if (kind != null && !Search.KINDS.contains(kind)) {
      throw wrong("kind", "one of " + String.join(", ", Search.KINDS));
    }
    String most = given.getOrDefault("limit", String.valueOf(limit));
    if (!most.matches("[1-9][0-9]?|" + MOST)) {
      throw wrong("limit", "a whole number from 1 to " + MOST);
    }
    return new SearchRequest(text, kind, Integer.parseInt(most), given.get("cursor"));
  }

  /**
   * The page that is asked for.
   *
   * @throws BadParameter when the cursor is of another search
   * @throws GoneRevision when it is of another revision
   */
  Found found(Search search, Revision present) {
    return search.find(text, kind, offset(present), limit);
  }

  /** The path of the page that follows one; null when none does. */
  @Nullable String next(Found found) {
    int offset = offset(found.revision()) + found.hits().size();
    if (offset >= found.total()) {
      return null;
    }
    return path(kind)
        .queryParam("limit", limit)
        .queryParam("cursor", new Cursor(offset).text(list(), found.revision()))
        .encode()
        .buildAndExpand(Map.of("text", text))
        .toUriString();
  }

  /** How many come before the page. */
  int offset(Revision present) {
    return Math.toIntExact(Cursor.parse(cursor, list(), present).offset());
  }

  private String list() {
    return "search %s %s".formatted(kind, text);
  }

  /** The path of the same search for a kind only, or for all. */
  public String narrowed(@Nullable String kind) {
    return path(kind).encode().buildAndExpand(Map.of("text", text)).toUriString();
  }

  private static UriComponentsBuilder path(@Nullable String kind) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath("/search").queryParam("q", "{text}");
    return kind == null ? path : path.queryParam("kind", kind);
  }

  /**
   * The parameters of a request that have a value.
   *
   * @throws BadParameter when one is unknown or repeated
   */
  static Map<String, String> given(HttpServletRequest request, List<String> known) {
    Map<String, String> given = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.equals("revision")) {
                return; // read where the answer is sent
              }
              if (!known.contains(name)) {
                throw new BadParameter(
                    name,
                    "There is no parameter '%s' here. There are: %s."
                        .formatted(name, String.join(", ", known)));
              }
              if (values.length > 1) {
                throw new BadParameter(
                    name,
                    "Parameter '%s' is given %d times; give it once."
                        .formatted(name, values.length));
              }
              if (!values[0].isEmpty()) {
                given.put(name, values[0]);
              }
            });
    return given;
  }

  private static BadParameter wrong(String name, String expected) {
    return new BadParameter(name, "Parameter '" + name + "' must be " + expected + ".");
  }
}
