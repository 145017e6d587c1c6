package org.parley.rdf;

/**
 * A row that cannot be written in the asked-for format, met while writing: the answer is broken
 * off, so that nobody takes it for complete.
 */
public final class UnwritableRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableRow(long row, String variable) {
    super(
        ("row %d, ?%s holds a character that XML does not have."
                + " Ask for JSON (application/sparql-results+json) instead.")
            .formatted(row, variable));
  }
}
