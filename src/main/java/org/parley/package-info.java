/**
 * The root: the main class, the settings and the wiring of everything else.
 *
 * <p>The packages stand on floors, and each sees only floors below its own, never a neighbour on
 * the same floor. {@code FloorPlanTest} holds this plan:
 *
 * <pre>
 * 5  root      main, settings, wiring
 * 4  web       cli       sparql       how the world reaches us
 * 3  intake       events             documents come in; coded events come in
 * 2  shapes    queries   search       what is checked; what is asked; what is found
 * 1  store                            the dataset, its revisions
 * 0  vocab     rdf                    terms; formats, reading, writing
 * </pre>
 */
@NullMarked
package org.parley;

import org.jspecify.annotations.NullMarked;
