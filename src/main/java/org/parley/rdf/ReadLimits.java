package org.parley.rdf;

/**
 * How much is read at most. What goes beyond is refused as {@link UnreadableRdf} before it costs
 * more.
 *
 * @param bytes of the stream as it is read, so of what is inflated when it comes compressed
 * @param triples in all graphs
 * @param depth of brackets within brackets, or of values within values in JSON; XML has the limit
 *     of the JDK, 100 elements
 * @param iri code units of an IRI, as written and as resolved
 * @param value code units of a literal with a datatype of XML Schema, whose check takes time by the
 *     square of its length: three minutes for two million digits; also of a language tag and of a
 *     blank node's label
 * @param literal code units of any other literal
 */
public record ReadLimits(long bytes, long triples, int depth, int iri, int value, int literal) {

  /** For files of a curator: far more than one writes by hand. */
  public static final ReadLimits FILE =
      new ReadLimits(1_000_000_000, 10_000_000, 100, 4_000, 1_000, 1_000_000);
}
