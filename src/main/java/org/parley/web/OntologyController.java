package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The terms that the data use and the shapes that they keep to. */
@Controller
final class OntologyController {
  static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/parley/ontology");

  private final PageQueries queries;
  private final PerRevision<Map<String, Object>> ontology;
  private final Negotiated negotiated;
  private final Representations representations;

  OntologyController(
      Store store,
      PageQueries queries,
      OntologyPage page,
      Negotiated negotiated,
      Representations representations) {
    this.queries = queries;
    this.ontology = new PerRevision<>(store, () -> page.model(triples("ontology")));
    this.negotiated = negotiated;
    this.representations = representations;
  }

  @GetMapping("/ontology")
  ResponseEntity<byte[]> ontology(HttpServletRequest request) {
    return negotiated.send(
        request, "/ontology", () -> triples("ontology"), () -> page("ontology", ontology.get()));
  }

  @GetMapping("/ontology.{extension}")
  ResponseEntity<byte[]> ontology(@PathVariable String extension, HttpServletRequest request) {
    return negotiated.send(request, "/ontology", extension, () -> triples("ontology"));
  }

  @GetMapping("/shapes")
  ResponseEntity<byte[]> shapes(HttpServletRequest request) {
    return negotiated.send(
        request,
        "/shapes",
        () -> triples("shapes"),
        () ->
            page("shapes", Map.of("constraints", queries.table("constraints").labelled(Map.of()))));
  }

  @GetMapping("/shapes.{extension}")
  ResponseEntity<byte[]> shapes(@PathVariable String extension, HttpServletRequest request) {
    return negotiated.send(request, "/shapes", extension, () -> triples("shapes"));
  }

  private List<Quad> triples(String name) {
    return queries.triples(queries.query(name, Map.of()));
  }

  private Representation page(String template, Map<String, Object> content) {
    Map<String, Object> model = new HashMap<>(content);
    model.put("formats", RdfFormat.values());
    return representations.page(template, model);
  }
}
