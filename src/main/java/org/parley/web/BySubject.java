package org.parley.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Triples as templates read them. */
final class BySubject {
  private BySubject() {}

  /** By subject, and there by the last step of the predicate's IRI, in their order. */
  static Map<Node, Map<String, List<Term>>> of(List<Quad> triples) {
    Map<Node, Map<String, List<Term>>> subjects = new LinkedHashMap<>();
    for (Quad triple : triples) {
      List<Term> values =
          subjects
              .computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
              .computeIfAbsent(
                  new Term(triple.getPredicate(), null).localName(), name -> new ArrayList<>());
      Term value = new Term(triple.getObject(), null);
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    return subjects;
  }
}
