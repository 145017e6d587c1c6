/**
 * What is checked, before anything is believed.
 *
 * <p>Two kinds of check, each kept as data beside the ontology and run by a few lines here:
 * <strong>shapes</strong> (SHACL, {@code ontology/shapes/*.ttl}), which look at one node at a time
 * and whose messages a curator understands; and <strong>checks</strong> (SPARQL, {@code
 * ontology/checks/*.rq}), which look across nodes and graphs. Both give {@link
 * org.parley.shapes.Finding findings}. A new rule is a new file there, not a class here.
 *
 * <p>Jena's SHACL engine is used here and nowhere else.
 */
@NullMarked
package org.parley.shapes;

import org.jspecify.annotations.NullMarked;
