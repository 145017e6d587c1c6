package org.parley.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.helpers.JSONLDMode;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;

/** Writes Jena's quads in any of the formats, through RDF4J Rio. */
public final class RdfWriter {

  /** How many quads a format that does not stream may hold: some 50 MB in memory. */
  public static final int WHOLE = 50_000;

  private RdfWriter() {}

  /**
   * Writes the quads, in their order where the format allows it. The stream is flushed and left
   * open.
   *
   * @param quads quads in the default graph are plain triples; graph names are left out where the
   *     format has none
   * @param prefixes prefix to namespace, declared where the format can
   * @throws Unwritable if the format cannot express the quads, before the first byte unless it
   *     {@linkplain RdfFormat#streams streams}
   * @throws UncheckedIOException if the stream fails
   */
  public static void write(
      RdfFormat format, Iterator<Quad> quads, Map<String, String> prefixes, OutputStream out) {
    RDFWriter writer = format.writer(out);
    writer.set(BasicWriterSettings.PRETTY_PRINT, true);
    writer.set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT);
    RioStatements statements = new RioStatements(format);
    Iterator<Quad> writable = format.streams() ? quads : whole(format, quads).iterator();
    try {
      writer.startRDF();
      prefixes.forEach(writer::handleNamespace);
      writable.forEachRemaining(quad -> writer.handleStatement(statements.statement(quad)));
      writer.endRDF();
    } catch (RDFHandlerException e) {
      throw e.getCause() instanceof IOException io
          ? new UncheckedIOException(io)
          : new Unwritable(format, e);
    }
  }

  private static List<Quad> whole(RdfFormat format, Iterator<Quad> quads) {
    List<Quad> whole = new ArrayList<>();
    while (quads.hasNext()) {
      if (whole.size() == WHOLE) {
        throw new Unwritable(format, "it has more than %,d triples".formatted(WHOLE));
      }
      whole.add(quads.next());
    }
    switch (format) {
      case RDFXML, TRIX -> whole.forEach(quad -> XmlLimits.check(format, quad));
      case JSONLD -> JsonLdLimits.check(whole);
      default -> {}
    }
    return whole;
  }
}
