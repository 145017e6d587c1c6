package org.parley.sparql;

import java.io.StringReader;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.Token;
import org.apache.jena.sparql.lang.sparql_11.TokenMgrError;

/**
 * What a query is made of, looked at before it is parsed: the parser, and the engine after it, go
 * as deep as a query is nested and take time that grows faster than its parts.
 */
final class Tokens implements SPARQLParser11Constants {

  /** How many brackets may be open at once. */
  private static final int DEPTH = 64;

  /** How many patterns, paths, operators and the like; values in a list hardly count. */
  private static final int PARTS = 1_000;

  private static final int VALUES_PER_PART = 10;

  private Tokens() {}

  /**
   * Does nothing to a query that may be parsed.
   *
   * @throws Refused when it is nested too deeply, has too many parts, or calls another endpoint
   */
  static void check(String text) {
    var tokens = new SPARQLParser11TokenManager(new JavaCharStream(new StringReader(text)));
    int depth = 0;
    int cost = 0;
    try {
      for (Token token = tokens.getNextToken(); token.kind != EOF; token = tokens.getNextToken()) {
        switch (token.kind) {
          case SERVICE ->
              throw refused(token, "SERVICE is not offered here. Ask both endpoints yourself");
          case LBRACE, LBRACKET -> {
            depth++;
            cost += VALUES_PER_PART;
          }
          case LPAREN -> {
            depth++;
            cost++;
          }
          case RBRACE, RPAREN, RBRACKET -> depth--;
          case IRIref, PNAME_LN, PNAME_NS, VAR1, VAR2, UNDEF, COMMA, NIL -> cost++;
          case STRING_LITERAL1, STRING_LITERAL2, INTEGER, DECIMAL, DOUBLE, TRUE, FALSE -> cost++;
          default -> cost += VALUES_PER_PART;
        }
        if (depth > DEPTH) {
          throw refused(token, "it is nested in more than %d brackets. Use fewer".formatted(DEPTH));
        }
        if (cost > PARTS * VALUES_PER_PART) {
          throw refused(
              token,
              "it has more than %,d parts up to here. Ask in several queries, or put what is alike"
                      .formatted(PARTS)
                  + " into VALUES");
        }
      }
    } catch (TokenMgrError unreadable) {
      // the parser will say where, and what may stand there
    }
  }

  private static Refused refused(Token token, String why) {
    return Refused.query(
        "Line %d, column %d of the query: %s".formatted(token.beginLine, token.beginColumn, why));
  }
}
