package org.parley.sparql;

import java.util.List;

/**
 * A request that is not answered as asked. The message says what was wrong and what to do; {@link
 * #status()} is the HTTP status that fits (RFC 9110 §15.5).
 */
public abstract sealed class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** A parameter or header is missing, repeated, unknown or ill-formed. */
  public static final class MalformedRequest extends Refused {
    private static final long serialVersionUID = 1L;

    MalformedRequest(String message) {
      super(400, message);
    }
  }

  /** The query is well formed and asks for what is not offered here. */
  public static final class QueryRefused extends Refused {
    private static final long serialVersionUID = 1L;

    QueryRefused(String message) {
      super(403, message);
    }
  }

  /** Somebody tried to change the data. */
  public static final class ReadOnly extends Refused {
    private static final long serialVersionUID = 1L;

    ReadOnly() {
      super(403, "This endpoint is for reading. Send a query instead of an update");
    }
  }

  /** There is no graph of that name. */
  public static final class UnknownGraph extends Refused {
    private static final long serialVersionUID = 1L;

    UnknownGraph(String name) {
      super(
          404,
          "There is no graph <%s>. SELECT DISTINCT ?g { GRAPH ?g { } } lists those there are"
              .formatted(name));
    }
  }

  /** The method is not among those allowed, which an answer names in its {@code Allow} header. */
  public static final class MethodNotAllowed extends Refused {
    private static final long serialVersionUID = 1L;
    private final String allowed;

    MethodNotAllowed(String method, String allowed) {
      super(405, "%s is not offered here. Use one of %s".formatted(method, allowed));
      this.allowed = allowed;
    }

    /** The value of the {@code Allow} header. */
    public String allowed() {
      return allowed;
    }
  }

  /** None of the formats asked for can be given. */
  public static final class NotAcceptable extends Refused {
    private static final long serialVersionUID = 1L;

    NotAcceptable(String why, List<String> offered) {
      super(406, "%s. Ask for one of %s".formatted(why, String.join(", ", offered)));
    }
  }

  /** The query or the body is too long. */
  public static final class TooLarge extends Refused {
    private static final long serialVersionUID = 1L;

    TooLarge(Limits limits) {
      super(413, "A query has at most %d bytes here. Shorten it".formatted(limits.queryBytes()));
    }
  }

  /** The body is of a type, charset or encoding that is not read. */
  public static final class UnsupportedBody extends Refused {
    private static final long serialVersionUID = 1L;

    UnsupportedBody(String why) {
      super(
          415,
          why
              + ". Send the query as application/sparql-query, or as the parameter `query` of"
              + " application/x-www-form-urlencoded, in UTF-8 and not compressed");
    }
  }
}
