package org.parley.queries;

/** A query file that cannot be an entry of the catalogue. */
public final class BadQueryFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  BadQueryFile(String file, int line, String why) {
    super(file + ":" + line + ": " + why);
    this.file = file;
    this.line = line;
  }

  /** The file, as it was named when it was read. */
  public String file() {
    return file;
  }

  /** The line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
