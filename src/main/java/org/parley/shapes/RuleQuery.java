package org.parley.shapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryType;

/** A check or a rule, which is a query kept in a file. */
public final class RuleQuery {

  private RuleQuery() {}

  /**
   * Reads it.
   *
   * @param type SELECT for a check, CONSTRUCT for a rule
   * @throws BadRule when the file cannot be read or holds no such query
   */
  public static Query read(Path file, QueryType type) {
    try {
      Query query = QueryFactory.create(Files.readString(file));
      if (query.queryType() != type) {
        throw new BadRule(
            file, "it is a query of type %s, not %s".formatted(query.queryType(), type));
      }
      return query;
    } catch (IOException | QueryException e) {
      throw new BadRule(file, e);
    }
  }
}
