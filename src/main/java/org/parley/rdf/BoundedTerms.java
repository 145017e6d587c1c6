package org.parley.rdf;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.FactoryRDFStd;

/**
 * Makes the terms of what is read, and refuses those that are too long, or that no other reader
 * would read back: it is asked before Jena checks a value, which takes minutes for a long number.
 */
final class BoundedTerms extends FactoryRDFStd {

  /** What IRIREF does not allow (RDF 1.1 N-Triples, section 8); a copy with it is not restored. */
  private static final String FORBIDDEN = "<>\"{}|^`\\";

  private final String file;
  private final ReadLimits limits;

  BoundedTerms(String file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  @Override
  public Node createURI(String iri) {
    check("IRI", iri, limits.iri());
    if (iri.chars().anyMatch(c -> c <= ' ' || FORBIDDEN.indexOf(c) >= 0)) {
      throw refused("IRI", iri, "holds a character that no IRI has");
    }
    return super.createURI(iri);
  }

  @Override
  public Node createTypedLiteral(String value, RDFDatatype datatype) {
    boolean counted = datatype.getURI().startsWith(XSDDatatype.XSD);
    check("value", value, counted ? limits.value() : limits.literal());
    return super.createTypedLiteral(value, datatype);
  }

  @Override
  public Node createLangLiteral(String text, String lang) {
    check("literal", text, limits.literal());
    check("language tag", lang, limits.value());
    return super.createLangLiteral(text, lang);
  }

  @Override
  public Node createStringLiteral(String text) {
    check("literal", text, limits.literal());
    return super.createStringLiteral(text);
  }

  @Override
  public Node createBlankNode(String label) {
    check("label", label, limits.value());
    return super.createBlankNode(label);
  }

  private void check(String what, String text, int limit) {
    if (text.length() > limit) {
      throw refused(
          what,
          text,
          "has %,d characters, and at most %,d are read".formatted(text.length(), limit));
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw refused(what, text, "holds half a surrogate pair, which UTF-8 cannot write");
        }
        i++;
      }
    }
  }

  private UnreadableRdf refused(String what, String text, String why) {
    String beginning = text.substring(0, Math.min(60, text.length()));
    return new UnreadableRdf(file, 0, 0, "the %s '%s' %s".formatted(what, beginning, why));
  }
}
