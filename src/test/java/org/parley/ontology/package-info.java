/** The ontology under test: what a reasoner makes of it, and of what must contradict it. */
@NullMarked
package org.parley.ontology;

import org.jspecify.annotations.NullMarked;
