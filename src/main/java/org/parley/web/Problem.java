package org.parley.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param name the last step of the problem type's IRI, in kebab-case
 * @param title what kind of problem it is, the same for all of its name
 * @param detail what is wrong this time, and what to do
 * @param extensions further members, such as line and column
 */
public record Problem(
    int status, String name, String title, String detail, Map<String, Object> extensions) {

  /** What problem type IRIs begin with. */
  public static final String TYPES = "https://w3id.org/parley/problem/";

  private static final int LONG = 500;

  /** A problem that needs no further members. */
  public Problem(int status, String name, String title, String detail) {
    this(status, name, title, detail, Map.of());
  }

  /**
   * The members of the problem document about a request, whose path is left out when it is long.
   */
  Map<String, Object> members(@Nullable String path) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPES + name);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    if (path != null && path.length() <= LONG) {
      members.put("instance", path);
    }
    members.putAll(extensions);
    return members;
  }
}
