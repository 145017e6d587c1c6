package org.parley.rdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** What the JSON-LD processor behind Rio breaks at, or takes minutes for. */
final class JsonLdLimits {

  /** It compares each value of a property with all others: 5,000 take it half a second. */
  static final int VALUES = 5_000;

  private static final String FIRST = RDF.uri + "first";
  private static final String NIL = RDF.uri + "nil";

  private JsonLdLimits() {}

  /**
   * Checks quads that are to be written as one document.
   *
   * @throws Unwritable if a list holds an empty list, or one property more than {@link #VALUES}
   *     values
   */
  static void check(List<Quad> quads) {
    Map<List<Node>, Integer> values = new HashMap<>();
    for (Quad quad : quads) {
      if (quad.getPredicate().hasURI(FIRST) && quad.getObject().hasURI(NIL)) {
        throw new Unwritable(RdfFormat.JSONLD, "a list holds an empty list");
      }
      List<Node> property = List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate());
      if (values.merge(property, 1, Integer::sum) > VALUES) {
        throw new Unwritable(
            RdfFormat.JSONLD,
            "one property of <%s> has more than %,d values".formatted(quad.getSubject(), VALUES));
      }
    }
  }
}
