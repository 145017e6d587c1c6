package org.parley.sparql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not answered as asked. The message says what was wrong and what to do; {@link
 * #status()} is the HTTP status that fits (RFC 9110 §15.5).
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String allowed;

  private Refused(int status, String message, @Nullable String allowed) {
    super(message);
    this.status = status;
    this.allowed = allowed;
  }

  private Refused(int status, String message) {
    this(status, message, null);
  }

  /** A parameter or header is missing, repeated, unknown or ill-formed. */
  static Refused malformed(String message) {
    return new Refused(400, message);
  }

  /** The query is well formed and asks for what is not offered here. */
  static Refused query(String message) {
    return new Refused(403, message);
  }

  /** Somebody tried to change the data. */
  static Refused readOnly() {
    return new Refused(403, "This endpoint is for reading. Send a query instead of an update");
  }

  static Refused unknownGraph(String name) {
    return new Refused(
        404,
        "There is no graph <%s>. SELECT DISTINCT ?g { GRAPH ?g { } } lists those there are"
            .formatted(name));
  }

  /** A revision is asked for that is not the present one, and no other is kept. */
  static Refused revision(String wanted, long present) {
    return new Refused(
        410,
        "Revision %s is not kept. The present one is %d. Leave the parameter out to see it"
            .formatted(wanted, present));
  }

  static Refused method(String method, String allowed) {
    return new Refused(
        405, "%s is not offered here. Use one of %s".formatted(method, allowed), allowed);
  }

  /** None of the formats asked for can be given. */
  static Refused notAcceptable(String accept, List<String> offered) {
    return new Refused(
        406,
        "No result can be given as %s. Ask for one of %s"
            .formatted(accept, String.join(", ", offered)));
  }

  /** The query or the body is too long. */
  static Refused tooLarge(Limits limits) {
    return new Refused(
        413, "A query has at most %d bytes here. Shorten it".formatted(limits.queryBytes()));
  }

  /** The body is of a type, charset or encoding that is not read. */
  static Refused unsupportedBody(String why) {
    return new Refused(
        415,
        why
            + ". Send the query as application/sparql-query, or as the parameter `query` of"
            + " application/x-www-form-urlencoded, in UTF-8 and not compressed");
  }

  public int status() {
    return status;
  }

  /** The value of the {@code Allow} header; null unless the method is what is wrong. */
  public @Nullable String allowed() {
    return allowed;
  }
}
