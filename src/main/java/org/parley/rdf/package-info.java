/**
 * Formats: which exist, how each is read and how each is written. Nothing lies below.
 *
 * <p>{@link org.parley.rdf.RdfFormat} and {@link org.parley.rdf.ResultFormat} are closed lists;
 * {@link org.parley.rdf.Accept} chooses from them, never from what a library registers. {@link
 * org.parley.rdf.RdfReader} reads with Jena, {@link org.parley.rdf.RdfWriter} writes with RDF4J
 * Rio. This package alone knows RDF4J, and the conversion from Jena's quads is in one class. What
 * was decided, and why:
 *
 * <ul>
 *   <li><b>Readable Turtle and TriG.</b> Rio indents them in blocks of a thousand triples, so they
 *       still stream, but then it also rewrites numbers ({@code 01} to {@code 1}), which changes
 *       the data. Our two subclasses write such numbers in quotes and leave the rest to Rio. Blank
 *       nodes are not nested, since that would hold everything in memory. N3 is written as Turtle:
 *       Rio's own N3 writer rewrites numbers, too.
 *   <li><b>JSON-LD is compacted</b> with the prefixes as its context; JSON-LD and RDF/JSON are
 *       indented.
 *   <li><b>Nothing is written that is read as something else.</b> RDF/XML fails in the middle at a
 *       predicate without an XML name, renames {@code rdf:li}, and with TriX writes characters that
 *       XML does not have; JSON-LD fails at an empty list inside a list, is slow at thousands of
 *       values of one property, and with RDF/JSON holds all in memory. These four are therefore
 *       gathered, bounded and checked before the first byte, and the answer can be 406. The others
 *       stream, and write all of RDF 1.1.
 *   <li><b>Blank node labels</b> are encoded by Jena on the way: Rio's own repair of labels that a
 *       syntax lacks lets two nodes become one.
 *   <li><b>Reading is strict</b>, with Jena's warnings as errors: a relative IRI or a bad date in a
 *       curated file is a mistake, and an IRI that is not one may not survive a backup. RDF 1.1
 *       only, since triple terms survive neither JSON-LD nor Rio.
 *   <li><b>Reading is bounded</b> ({@link org.parley.rdf.ReadLimits}) before it costs anything:
 *       nesting and IRIs are counted on the way to the parser, whose calls would overflow the
 *       stack; terms when they are made, which is before their values are checked. JSON-LD leaves
 *       out what it finds wrong, and RDF/XML an entity from elsewhere, both in silence: here they
 *       are refused. XML is held in memory while its prologue is looked at.
 *   <li><b>CSV is the W3C's to the letter</b>; cells that a spreadsheet would take for formulas are
 *       escaped only where people download them ({@link org.parley.rdf.Formulas}).
 * </ul>
 */
@NullMarked
package org.parley.rdf;

import org.jspecify.annotations.NullMarked;
