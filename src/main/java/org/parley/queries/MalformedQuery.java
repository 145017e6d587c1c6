package org.parley.queries;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/**
 * A text is not a SPARQL 1.1 query. The message says where, what stands there, and what may stand
 * there.
 */
public final class MalformedQuery extends RuntimeException {

  /** What relative IRIs in a query are relative to: {@code <actor/russia>} is an entity. */
  public static final String BASE = "https://w3id.org/parley/id/";

  private static final long serialVersionUID = 1L;

  private static final Pattern PLACE =
      Pattern.compile("line:? (\\d+), column:? (\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOUND = Pattern.compile("Encountered \"(?: \\S+ \")?(.*?) ?\"+ at ");
  private static final Pattern EXPECTED = Pattern.compile("(?m)^    (\\S+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
  private static final Pattern AFTER = Pattern.compile("after prefix \"(.*)\"$", Pattern.DOTALL);
  private static final Pattern CLASS =
      Pattern.compile("(exception: )?[a-z]+(\\.\\w+)*\\.[A-Z]\\w+: ");
  private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: ([^:]*):");

  private final int line;
  private final int column;

  private MalformedQuery(int line, int column, String why, Throwable cause) {
    super(
        line == 0
            ? "The query cannot be understood: " + why
            : "Line %d, column %d of the query: %s".formatted(line, column, why),
        cause);
    this.line = line;
    this.column = column;
  }

  /**
   * Parses a query of SPARQL 1.1, without the extensions of any engine.
   *
   * @throws MalformedQuery when it is none; an update is none either
   */
  public static Query parse(String text) {
    try {
      return QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
    } catch (QueryException e) {
      throw of(e);
    } catch (StackOverflowError e) {
      throw new MalformedQuery(0, 0, "it is nested too deeply. Use fewer levels of brackets", e);
    }
  }

  /** The line of the fault, counted from 1; 0 when it is in no single place. */
  public int line() {
    return line;
  }

  /** The column of the fault in its line, counted from 1; 0 when it is in no single place. */
  public int column() {
    return column;
  }

  private static MalformedQuery of(QueryException fault) {
    if (fault.getMessage() == null) { // how the parser reports a stack overflow of its own
      return new MalformedQuery(
          0, 0, "it is nested too deeply. Use fewer levels of brackets", fault);
    }
    String message = fault.getMessage();
    int line = 0;
    int column = 0;
    Matcher place = PLACE.matcher(message);
    if (place.find()) { // the exception's own line and column are those of the token before
      line = Integer.parseInt(place.group(1));
      column = Math.max(1, Integer.parseInt(place.group(2)));
    } else if (fault instanceof QueryParseException e && e.getLine() > 0) {
      line = e.getLine();
      column = e.getColumn();
    }
    return new MalformedQuery(line, column, why(message), fault);
  }

  private static String why(String message) {
    Matcher found = FOUND.matcher(message);
    if (found.find()) {
      String expected =
          EXPECTED.matcher(message).results().map(m -> m.group(1)).collect(Collectors.joining(" "));
      return (found.group(1).equals("<EOF>") ? "it ends here" : "`" + found.group(1) + "`")
          + ", where one of these may stand: "
          + expected.replace("<EOF>", "(the end)").replace("\"", "");
    }
    Matcher after = AFTER.matcher(message);
    if (after.find()) {
      return "unreadable after `%s`. Close the string or IRI, or escape the character"
          .formatted(readable(after.group(1)));
    }
    Matcher prefix = PREFIX.matcher(message);
    if (prefix.find()) {
      return "the prefix `%1$s:` is not declared. Put PREFIX %1$s: <…> before the query"
          .formatted(prefix.group(1));
    }
    Matcher insides = CLASS.matcher(message.lines().findFirst().orElse(message));
    return insides.replaceAll("");
  }

  /** The letters that the parser writes as escapes; nothing else, so that no control gets out. */
  private static String readable(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              int code = Integer.parseInt(escape.group(1), 16);
              return Character.isLetterOrDigit(code)
                  ? Character.toString(code)
                  : Matcher.quoteReplacement(escape.group());
            });
  }
}
