/**
 * Names: the namespaces, the graphs, the prefixes, and those few terms of the ontology that the
 * program itself knows. Nothing lies below.
 *
 * <p>Everything else about the ontology is data: queries, shapes and rules name their terms
 * themselves, so a new term needs no constant here. What was decided of the model, and why:
 *
 * <ul>
 *   <li><b>A kind {@code event}</b> beside meeting and series: a war is neither.
 *   <li><b>The name of a proposition is readable</b>, {@code subject--predicate--object}, and still
 *       a function of its triple: a curator sees at once whether a node exists. A check holds it to
 *       that.
 *   <li><b>A stance has one kind.</b> A party that declares itself ready makes an {@code
 *       Assertion}, so that it counts as corroboration; the query {@code offers} lists it beside
 *       offers and conditions, and says which is which.
 *   <li><b>What a wire report tells in its own voice</b> has the document as holder and origin,
 *       though an agency supplied the text ({@code suppliedBy}); in the chain of what it relays the
 *       agency is a hand like any other.
 *   <li><b>The two years of the war.</b> "Entering" a year and being "near the end" of it cannot
 *       both hold at one time, so neither is a fact; that the second puts the war in that year is.
 *   <li><b>A date may be an interval</b> where a document only orders what it tells.
 *   <li><b>Examples are TriG</b>, because half of the rules are about which graph a triple is in.
 * </ul>
 */
@NullMarked
package org.parley.vocab;

import org.jspecify.annotations.NullMarked;
