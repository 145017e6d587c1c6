package org.parley.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.vocab.Vocab;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands on the page of the ontology: every term with what is said of it and its use. */
@Component
final class OntologyPage {
  private static final Map<String, String> KINDS = new LinkedHashMap<>();
  private static final Map<String, String> RELATIONS = new LinkedHashMap<>();
  private static final Pattern MENTION = Pattern.compile("\\bparley:(\\w+)");

  static {
    KINDS.put("Class", "Classes");
    KINDS.put("ObjectProperty", "Properties that link things");
    KINDS.put("DatatypeProperty", "Properties with plain values");
    KINDS.put("AnnotationProperty", "Properties for notes, outside the logic");
    RELATIONS.put("domain", "said of");
    RELATIONS.put("domainIncludes", "said of, among others");
    RELATIONS.put("range", "leads to");
    RELATIONS.put("rangeIncludes", "leads to, among others");
    RELATIONS.put("subClassOf", "is a kind of");
    RELATIONS.put("subPropertyOf", "is narrower than");
    RELATIONS.put("narrower", "is broader than");
    RELATIONS.put("inverseOf", "inverse");
    RELATIONS.put("domainOf", "properties of it");
    RELATIONS.put("rangeOf", "properties that lead to it");
    RELATIONS.put("disjointWith", "never also");
    RELATIONS.put("closeMatch", "close to");
    RELATIONS.put("singleValued", "one value only");
    RELATIONS.put("notation", "CAMEO code");
    RELATIONS.put("note", "note");
  }

  /**
   * A term.
   *
   * @param says what is said of it, by the last step of the predicate
   * @param usage rows of the query {@code usage}
   * @param queries those of the catalogue that it stands in
   */
  record Entry(
      Term term,
      Map<String, List<Term>> says,
      List<Map<String, @Nullable Term>> usage,
      List<CatalogueQuery> queries) {

    /** The path that shows the triples which a row of the usage counts. */
    public String asked(String use) {
      String pattern =
          switch (use) {
            case "class" -> "?thing a <%s>";
            case "predicate" -> "?subject <%s> ?object";
            default -> "?subject ?predicate <%s>";
          };
      return UriComponentsBuilder.fromPath("/sparql")
          .queryParam("query", "{query}")
          .encode()
          .buildAndExpand("SELECT * WHERE { " + pattern.formatted(term.node().getURI()) + " }")
          .toUriString();
    }
  }

  private final PageQueries queries;
  private final Map<String, List<CatalogueQuery>> mentions;

  OntologyPage(PageQueries queries, Catalogue catalogue) {
    this.queries = queries;
    this.mentions = new HashMap<>();
    for (CatalogueQuery query : catalogue.queries()) {
      MENTION
          .matcher(query.text())
          .results()
          .map(mention -> mention.group(1))
          .distinct()
          .forEach(name -> mentions.computeIfAbsent(name, unused -> new ArrayList<>()).add(query));
    }
  }

  /** The model of the template {@code ontology}. */
  Map<String, Object> model(List<Quad> ontology) {
    List<Quad> triples = new ArrayList<>(ontology);
    triples.addAll(queries.triples(queries.query("relations", Map.of())));
    Map<Node, Map<String, List<Term>>> described = BySubject.of(triples);
    Map<Node, Rows> usage =
        queries
            .counted(() -> queries.table("usage", described.keySet()).byThing(Map.of()))
            .orElse(Map.of());
    Map<String, List<Entry>> kinds = new LinkedHashMap<>();
    KINDS.values().forEach(title -> kinds.put(title, new ArrayList<>()));
    List<Entry> others = new ArrayList<>();
    described.forEach(
        (node, says) -> {
          Entry entry = entry(node, says, usage.getOrDefault(node, new Rows(List.of())));
          if (node.isURI() && node.getURI().startsWith(Vocab.NS)) {
            kind(says).ifPresent(title -> kinds.getOrDefault(title, others).add(entry));
          } else if (!entry.usage().isEmpty()) {
            others.add(entry);
          }
        });
    Comparator<Entry> byName =
        Comparator.comparing(entry -> entry.term().text().toLowerCase(Locale.ROOT));
    kinds.values().forEach(entries -> entries.sort(byName));
    others.sort(byName);
    Map<String, Object> model = new HashMap<>();
    model.put("kinds", kinds);
    model.put("others", others);
    model.put("relations", RELATIONS);
    model.put("about", described.getOrDefault(OntologyController.ONTOLOGY, Map.of()));
    return model;
  }

  private Entry entry(
      Node node, Map<String, List<Term>> says, List<Map<String, @Nullable Term>> usage) {
    Term term = new Term(node, null);
    return new Entry(term, says, usage, mentions.getOrDefault(term.localName(), List.of()));
  }

  private static Optional<String> kind(Map<String, List<Term>> says) {
    return says.getOrDefault("type", List.of()).stream()
        .map(type -> KINDS.get(type.localName()))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
