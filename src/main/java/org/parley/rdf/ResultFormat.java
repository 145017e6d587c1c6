package org.parley.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * The ways to write the rows of a SELECT and the answer of an ASK, in the order in which the server
 * prefers them. All of them stream.
 *
 * <p>CSV and TSV are the W3C's, to the letter: a cell that begins with {@code =} stays as it is,
 * since a program reads it. {@link Formulas} defuses it where people download it.
 */
public enum ResultFormat implements Syntax {
  /** SPARQL 1.1 Query Results JSON Format. */
  JSON("SPARQL JSON", "application/sparql-results+json", "srj"),
  /** SPARQL Query Results XML Format. */
  XML("SPARQL XML", "application/sparql-results+xml", "srx"),
  /** SPARQL 1.1 Query Results CSV: values without their kinds. */
  CSV("CSV", "text/csv", "csv"),
  /** SPARQL 1.1 Query Results TSV: values as in Turtle. */
  TSV("TSV", "text/tab-separated-values", "tsv"),
  /** For those who know no RDF: see {@link PlainRows}. */
  ROWS("JSON", "application/json", "json");

  private final String title;
  private final String mediaType;
  private final String extension;

  ResultFormat(String title, String mediaType, String extension) {
    this.title = title;
    this.mediaType = mediaType;
    this.extension = extension;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public String extension() {
    return extension;
  }

  /**
   * Writes the rows as they come. The stream is flushed and left open.
   *
   * @throws UnwritableRow in the middle, if a row has a character that XML does not
   * @throws UncheckedIOException if the stream fails
   */
  public static void write(ResultFormat format, RowSet rows, OutputStream out) {
    RowSet writable = format == XML ? XmlLimits.checked(rows) : rows;
    try {
      format.writer().write(out, writable, Context.emptyContext());
    } catch (RuntimeIOException e) {
      throw unchecked(e);
    }
  }

  /**
   * Writes the answer of an ASK. The stream is flushed and left open.
   *
   * @throws UncheckedIOException if the stream fails
   */
  public static void write(ResultFormat format, boolean answer, OutputStream out) {
    try {
      format.writer().write(out, answer, Context.emptyContext());
    } catch (RuntimeIOException e) {
      throw unchecked(e);
    }
  }

  private RowSetWriter writer() {
    return switch (this) {
      case JSON -> jena(ResultSetLang.RS_JSON);
      case XML -> jena(ResultSetLang.RS_XML);
      case CSV -> jena(ResultSetLang.RS_CSV);
      case TSV -> jena(ResultSetLang.RS_TSV);
      case ROWS -> new PlainRows();
    };
  }

  private static RowSetWriter jena(Lang lang) {
    return Objects.requireNonNull(RowSetWriterRegistry.getFactory(lang)).create(lang);
  }

  /** The Java library's own exception for a stream's failure, instead of Jena's. */
  private static UncheckedIOException unchecked(RuntimeIOException e) {
    return new UncheckedIOException(
        e.getCause() instanceof IOException io ? io : new IOException(e));
  }
}
