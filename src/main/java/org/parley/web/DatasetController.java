package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The data set about itself: VoID, DCAT 3, and a page. */
@Controller
final class DatasetController {
  private static final Node DATASET = NodeFactory.createURI("https://w3id.org/parley/dataset");

  private final PageQueries queries;
  private final Catalogue catalogue;
  private final Dumps dumps;
  private final PerRevision<List<Quad>> counts;
  private final SchemaOrg schema;
  private final Negotiated negotiated;
  private final Representations representations;

  DatasetController(
      Store store,
      PageQueries queries,
      Catalogue catalogue,
      Dumps dumps,
      SchemaOrg schema,
      Negotiated negotiated,
      Representations representations) {
    this.queries = queries;
    this.catalogue = catalogue;
    this.dumps = dumps;
    this.counts =
        new PerRevision<>(
            store,
            () ->
                queries
                    .counted(() -> queries.triples(queries.query("void", Map.of())))
                    .orElse(List.of()));
    this.schema = schema;
    this.negotiated = negotiated;
    this.representations = representations;
  }

  /** VoID, section 7.2: where descriptions of data sets are looked for. */
  @GetMapping(path = "/.well-known/void", name = "Where the data set is described")
  ResponseEntity<Void> wellKnown() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/dataset")).build();
  }

  @GetMapping(path = "/dataset", name = "The data set about itself (VoID, DCAT)")
  ResponseEntity<byte[]> dataset(HttpServletRequest request) {
    String base = Base.of(request);
    return negotiated.send(request, "/dataset", () -> triples(base), () -> page(base));
  }

  @GetMapping(path = "/dataset.{extension}", name = "The data set about itself in one format")
  ResponseEntity<byte[]> dataset(@PathVariable String extension, HttpServletRequest request) {
    String base = Base.of(request);
    return negotiated.send(request, "/dataset", extension, () -> triples(base));
  }

  private List<Quad> triples(String base) {
    List<Quad> triples =
        new ArrayList<>(queries.triples(queries.query("dcat", Map.of("base", base))));
    for (Dump dump : dumps.all()) {
      triples.addAll(
          queries.triples(
              queries.query(
                  "distribution",
                  Map.of(
                      "base", base,
                      "file", dump.file(),
                      "title", dump.format().title(),
                      "type", dump.format().mediaType(),
                      "size", Integer.toString(dump.bytes().length),
                      "digest", dump.digest()))));
    }
    triples.addAll(counts.get());
    for (CatalogueQuery query : catalogue.queries()) {
      triples.addAll(
          queries.triples(
              queries.query(
                  "question",
                  Map.of(
                      "base", base,
                      "name", query.name(),
                      "title", query.title(),
                      "description", query.description()))));
    }
    return triples;
  }

  private Representation page(String base) {
    List<Quad> triples = triples(base);
    Map<String, Object> model = new HashMap<>();
    Map<Node, Map<String, List<Term>>> described = BySubject.of(triples);
    model.put("described", described);
    model.put("it", described.getOrDefault(DATASET, Map.of()));
    model.put("schema", schema.block(triples));
    model.put("graphs", queries.table("graphs").labelled(Map.of()));
    model.put("formats", RdfFormat.values());
    return representations.page("dataset", model);
  }
}
