package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /sparql} without a query: a form to write one, or the SPARQL 1.1 Service Description. With
 * a query, it never comes here.
 */
@Controller
final class SparqlController {
  private final PageQueries queries;
  private final Negotiated negotiated;
  private final Representations representations;

  SparqlController(PageQueries queries, Negotiated negotiated, Representations representations) {
    this.queries = queries;
    this.negotiated = negotiated;
    this.representations = representations;
  }

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

  @GetMapping("/sparql")
  ResponseEntity<byte[]> service(HttpServletRequest request) {
    String base = Base.of(request);
    return negotiated.send(
        request,
        null,
        () -> queries.triples(queries.query("service", Map.of("base", base))),
        () -> representations.page("sparql", Map.of("query", FIRST)));
  }
}
