/**
 * How files become the graph: read, stage, check, commit.
 *
 * <p>{@link org.parley.intake.Sources} says where the files stand and which graph each belongs to.
 * {@link org.parley.intake.Intake} recognises by SHA-256 what the store holds already, reads what
 * changed into a store in memory, has it checked there, derives the facts there, and only then
 * hands the difference to the real store in one revision. So nothing that can be wrong with data is
 * found inside a write transaction, and a rejected file leaves the store as it was. {@link
 * org.parley.intake.Evidence} holds the passages against the documents on disk.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The unit of reloading is the graph: when one file of the register changed, the register is
 *       read again, and no other graph.
 *   <li>Facts are derived from everything whenever anything changed. The rule is a query ({@code
 *       ontology/rules}), so there is one statement of it and nothing to keep in step.
 *   <li>Staging uses the same engine as the store, in memory, so a check means the same there.
 *   <li>The digests of the files that were loaded stand in the store's own graph {@code dataset},
 *       written in the same transaction as the data they describe.
 * </ul>
 *
 * <p>Below: {@code shapes} and {@code queries} say what is checked, {@code store} keeps, {@code
 * rdf} reads.
 */
@NullMarked
package org.parley.intake;

import org.jspecify.annotations.NullMarked;
