package org.parley.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Triples in the words of schema.org as JSON-LD that stands in a page, for search engines. */
@Component
final class SchemaOrg {
  private static final String NS = "https://schema.org/";

  private final JsonMapper json;

  SchemaOrg(JsonMapper json) {
    this.json = json;
  }

  /**
   * The data block: what among the triples is of schema.org; null when there is nothing of a type.
   * It has no {@code <}, so that no text in it can end the element that it stands in.
   */
  @Nullable String block(List<Quad> triples) {
    Map<Node, Map<String, Object>> things = new LinkedHashMap<>();
    for (Quad triple : triples) {
      boolean type = triple.getPredicate().equals(RDF.type.asNode());
      Node said = type ? triple.getObject() : triple.getPredicate();
      if (said.isURI() && said.getURI().startsWith(NS)) {
        add(
            things.computeIfAbsent(triple.getSubject(), SchemaOrg::named),
            type ? "@type" : said.getURI().substring(NS.length()),
            type ? said.getURI().substring(NS.length()) : value(triple.getObject()));
      }
    }
    if (things.values().stream().noneMatch(thing -> thing.containsKey("@type"))) {
      return null;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", NS);
    document.put("@graph", things.values());
    return json.writeValueAsString(document).replace("<", "\\u003c");
  }

  private static Map<String, Object> named(Node thing) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("@id", thing.getURI());
    return named;
  }

  private static Object value(Node node) {
    if (node.isURI()) {
      return Map.of("@id", node.getURI());
    }
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? node.getLiteralLexicalForm()
        : Map.of("@value", node.getLiteralLexicalForm(), "@language", language);
  }

  @SuppressWarnings("unchecked") // what is a list was made one here
  private static void add(Map<String, Object> thing, String name, Object value) {
    List<Object> values = (List<Object>) thing.computeIfAbsent(name, unused -> new ArrayList<>());
    if (!values.contains(value)) {
      values.add(value);
    }
  }
}
