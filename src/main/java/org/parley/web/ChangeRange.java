package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.queries.BadParameter;
import org.parley.store.Revision;
import org.parley.store.Store;

/**
 * Which part of the list of changes is wanted.
 *
 * @param below only revisions before this one
 * @param limit how many at most
 */
record ChangeRange(long below, int limit) {
  private static final String LIST = "changes";
  private static final int USUAL = 20;

  /** The list grows at its beginning only, so a place in it holds at every revision. */
  private static final Revision ALWAYS = new Revision(0, Instant.EPOCH);

  static ChangeRange of(HttpServletRequest request, Store store) {
    Map<String, String> given = SearchRequest.given(request, List.of("limit", "cursor"));
    String limit = given.get("limit");
    if (limit != null && !limit.matches("[1-9]\\d{0,2}")) {
      throw new BadParameter("limit", "Parameter 'limit' is a whole number from 1 to 999.");
    }
    String cursor = given.get("cursor");
    return new ChangeRange(
        cursor == null
            ? store.revision().number() + 1
            : Cursor.parse(cursor, LIST, ALWAYS).offset(),
        limit == null ? USUAL : Integer.parseInt(limit));
  }

  Map<String, String> arguments() {
    return Map.of(
        "from", Long.toString(Math.max(0, below - limit)), "to", Long.toString(below - 1));
  }

  String next(String path) {
    return "%s?limit=%d&cursor=%s"
        .formatted(path, limit, new Cursor(below - limit).text(LIST, ALWAYS));
  }
}
