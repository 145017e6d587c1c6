package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.Example;
import org.parley.vocab.Prefixes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /sparql} without a query: an editor to write one, or the SPARQL 1.1 Service Description.
 * With a query, it never comes here.
 */
@Controller
final class SparqlController {
  private static final String FIRST =
      """
      PREFIX parley: <https://w3id.org/parley/ontology#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      SELECT ?who ?gist ?document
      WHERE {
        ?stance a parley:Demand ; parley:holder/skos:prefLabel ?who ; parley:gist ?gist .
        ?attestation parley:attests ?stance ; parley:document ?document .
        FILTER (LANG(?who) = "en")
      }
      ORDER BY ?gist
      """;

  private final Catalogue catalogue;
  private final PageQueries queries;
  private final Negotiated negotiated;
  private final Representations representations;

  SparqlController(
      Catalogue catalogue,
      PageQueries queries,
      Negotiated negotiated,
      Representations representations) {
    this.catalogue = catalogue;
    this.queries = queries;
    this.negotiated = negotiated;
    this.representations = representations;
  }

  @GetMapping("/sparql")
  ResponseEntity<byte[]> service(HttpServletRequest request) {
    String base = Base.of(request);
    return negotiated.send(
        request,
        null,
        () -> queries.triples(queries.query("service", Map.of("base", base))),
        () -> editor(FIRST));
  }

  @GetMapping(
      path = "/queries/{name:[^.]*}/editor",
      produces = Representation.HTML,
      name = "A query of the catalogue in the SPARQL editor, with its parameters set")
  ResponseEntity<byte[]> query(@PathVariable String name, HttpServletRequest request) {
    Asked asked = Asked.of(catalogue.named(name), request);
    return representations.send(request, () -> editor(asked.text()));
  }

  private Representation editor(String query) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (CatalogueQuery each : catalogue.queries()) {
      Example first = each.examples().getFirst();
      examples.put(each.title(), Asked.href(each, "/editor", first.arguments()));
    }
    return representations.page(
        "sparql",
        Map.of(
            "query",
            query,
            "examples",
            examples,
            "prefixes",
            Prefixes.ALL.entrySet().stream()
                .map(prefix -> "%s: <%s>".formatted(prefix.getKey(), prefix.getValue()))
                .toList(),
            "yasqe",
            Assets.YASQE));
  }
}
