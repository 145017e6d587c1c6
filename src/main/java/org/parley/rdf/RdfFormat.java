package org.parley.rdf;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.binary.BinaryRDFWriter;
import org.eclipse.rdf4j.rio.jsonld.JSONLDWriter;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.rio.rdfjson.RDFJSONWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.trix.TriXWriter;

/**
 * The syntaxes of RDF that are spoken here: a closed list, in the order in which the server prefers
 * them. What a library registers besides is never offered.
 */
public enum RdfFormat implements Syntax {
  TURTLE("Turtle", "text/turtle", "ttl"),
  NTRIPLES("N-Triples", "application/n-triples", "nt"),
  JSONLD("JSON-LD", "application/ld+json", "jsonld"),
  RDFXML("RDF/XML", "application/rdf+xml", "rdf"),
  TRIG("TriG", "application/trig", "trig"),
  NQUADS("N-Quads", "application/n-quads", "nq"),
  TRIX("TriX", "application/trix", "trix"),
  RDFJSON("RDF/JSON", "application/rdf+json", "rj"),
  /** Written as the Turtle that it contains: Rio's own N3 writer changes numbers. */
  N3("N3", "text/n3", "n3"),
  /** RDF4J's own binary form. */
  BINARY("RDF4J binary RDF", "application/x-binary-rdf", "brf");

  private final String title;
  private final String mediaType;
  private final String extension;

  RdfFormat(String title, String mediaType, String extension) {
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

  /** Whether it can name graphs. The others are written as the merge of all graphs. */
  public boolean graphs() {
    return switch (this) {
      case JSONLD, TRIG, NQUADS, TRIX, BINARY -> true;
      case TURTLE, NTRIPLES, RDFXML, RDFJSON, N3 -> false;
    };
  }

  /**
   * Whether it is written as the quads come. The others are looked at as a whole before the first
   * byte, because they cannot write everything or because Rio builds them in memory, and so hold
   * {@link RdfWriter#WHOLE} quads at most.
   */
  public boolean streams() {
    return switch (this) {
      case TURTLE, NTRIPLES, TRIG, NQUADS, N3, BINARY -> true;
      case JSONLD, RDFXML, TRIX, RDFJSON -> false;
    };
  }

  /**
   * Jena's name for it, to read it. Empty for what is only written here: Jena does not know the
   * binary form, and its reader of RDF/JSON refuses good JSON (the escape of a form feed).
   */
  public Optional<Lang> lang() {
    return switch (this) {
      case TURTLE, N3 -> Optional.of(Lang.TURTLE);
      case NTRIPLES -> Optional.of(Lang.NTRIPLES);
      case JSONLD -> Optional.of(Lang.JSONLD11);
      case RDFXML -> Optional.of(Lang.RDFXML);
      case TRIG -> Optional.of(Lang.TRIG);
      case NQUADS -> Optional.of(Lang.NQUADS);
      case TRIX -> Optional.of(Lang.TRIX);
      case RDFJSON, BINARY -> Optional.empty();
    };
  }

  RDFWriter writer(OutputStream out) {
    return switch (this) {
      case TURTLE, N3 -> new ExactTurtle(out);
      case NTRIPLES -> new NTriplesWriter(out);
      case JSONLD -> new JSONLDWriter(out);
      case RDFXML -> new RDFXMLWriter(out);
      case TRIG -> new ExactTrig(out);
      case NQUADS -> new NQuadsWriter(out);
      case TRIX -> new TriXWriter(out);
      case RDFJSON -> new RDFJSONWriter(out, RDFFormat.RDFJSON);
      case BINARY -> new BinaryRDFWriter(out);
    };
  }

  /** The format of files that end in this, which is given without a dot and in any case. */
  public static Optional<RdfFormat> ofExtension(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.extension.equals(wanted)).findFirst();
  }

  @Override
  public String toString() {
    return title;
  }
}
