package org.parley.intake;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Quad;

/**
 * The facts after a change.
 *
 * @param documents those of the documents alone
 * @param events those of the coded events that documents speak of
 * @param added what the facts of the events gain
 * @param removed what they lose
 */
record Derived(Graph documents, Graph events, Set<Quad> added, Set<Quad> removed) {

  /** Facts, and more of them. */
  static Graph and(Graph facts, Set<Quad> more) {
    Graph all = Rests.copy(facts);
    more.forEach(quad -> all.add(quad.asTriple()));
    return all;
  }
}
