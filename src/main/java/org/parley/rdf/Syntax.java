package org.parley.rdf;

/** What an answer is written in: RDF, or rows and truth values. */
public sealed interface Syntax permits RdfFormat, ResultFormat {

  /** What people call it: "Turtle", "CSV". */
  String title();

  /** The media type as IANA spells it where it is registered there; without parameters. */
  String mediaType();

  /** The file name's ending, without the dot. */
  String extension();
}
