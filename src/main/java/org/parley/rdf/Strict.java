package org.parley.rdf;

import org.apache.jena.riot.system.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Takes a parser's warnings for errors.
 *
 * @param file what is read, for messages
 */
record Strict(String file) implements ErrorHandler {

  @Override
  public void warning(String message, long line, long column) {
    throw refused(message, line, column);
  }

  @Override
  public void error(String message, long line, long column) {
    throw refused(message, line, column);
  }

  @Override
  public void fatal(String message, long line, long column) {
    throw refused(message, line, column);
  }

  private UnreadableRdf refused(@Nullable String message, long line, long column) {
    String reason = message == null ? "it is not of this format" : message;
    return new UnreadableRdf(file, line, column, reason);
  }
}
