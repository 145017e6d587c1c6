package org.parley.rdf;

/** A file that is not RDF as it should be. The message names file, line and column. */
public final class UnreadableRdf extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final String file;
  private final long line;
  private final long column;
  private final String reason;

  UnreadableRdf(String file, long line, long column, String reason) {
    super(
        line > 0
            ? "%s:%d:%d: %s".formatted(file, line, column, shortened(reason))
            : file + ": " + shortened(reason));
    this.file = file;
    this.line = Math.max(0, line);
    this.column = Math.max(0, column);
    this.reason = shortened(reason);
  }

  /** The file, as it was named to the reader. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 where the parser knows none. */
  public long line() {
    return line;
  }

  /** The column, from 1; 0 where the parser knows none. */
  public long column() {
    return column;
  }

  /** What is wrong there, without the place. */
  public String reason() {
    return reason;
  }

  /** A parser's reason may quote the whole file. */
  private static String shortened(String reason) {
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
  }
}
