/**
 * How files and documents become the graph: read, stage in memory, check, commit.
 *
 * <p>{@link org.parley.intake.Sources} says where the files stand and which graph each belongs to;
 * {@link org.parley.intake.Intake} recognises by SHA-256 what the store holds already and loads the
 * rest. {@link org.parley.intake.Submissions} puts a {@link org.parley.intake.Bundle document} in,
 * corrects it or takes it out, and gives a {@link org.parley.intake.Receipt} for it. Both stage the
 * data set as it would be, derive the facts, hold it against shapes and checks, and only then hand
 * graphs to the store, in one revision. So nothing that can be wrong with data is found inside a
 * write transaction, and what is rejected leaves the store as it was. {@link
 * org.parley.intake.Evidence} holds the passages against the documents themselves.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>A document travels with what it rests on.</b> Its bundle is its own graph and the
 *       descriptions in statements and register that this leads to. What no document rests on any
 *       more goes with the last that did, and a description on which another document rests cannot
 *       change. So the data set depends on the documents that are present and not on the way they
 *       came, and need not remember who wrote which triple. The price: an alias for a known actor
 *       goes into the sources, not into a bundle.
 *   <li><b>A stance is there because it is attested</b>, not because another answers it. When the
 *       last attestation goes, it goes, and the answer then leads to what is known to be gone. Here
 *       alone the way matters: a document whose answer leads to what was never there is rejected.
 *   <li><b>What goes is remembered by name</b>, with when and why, in the graph {@code dataset}; so
 *       are receipts, by which a repetition with the same idempotency key is recognised. A document
 *       that was ever submitted is no longer taken from the files.
 *   <li><b>Facts are derived again only where a change bears on them.</b> The rules are queries
 *       ({@code ontology/rules}) with a place for the nodes to ask about, so there is one statement
 *       of them; a test holds what they derive step by step against what they derive at once.
 *       Shapes and checks are run over everything.
 *   <li><b>A document may speak of coded events, and contest them.</b> Those of which it speaks are
 *       staged with all their evidence ({@code Coded}), however large the tables are: so shapes,
 *       checks and rules see them, and their facts come and go with what documents say. To a
 *       document the tables are one more document, whose descriptions it can lean on and not alter;
 *       a triple that stands among the events is not written again. The events themselves never
 *       change. A document that speaks of rows before they are imported is not looked at again
 *       then.
 *   <li><b>Staging uses the same engine as the store</b>, in memory, so a check means the same
 *       there.
 * </ul>
 *
 * <p>Below: {@code shapes} and {@code queries} say what is checked, {@code store} keeps, {@code
 * rdf} reads.
 */
@NullMarked
package org.parley.intake;

import org.jspecify.annotations.NullMarked;
