package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON-LD 1.1 context: each term of the ontology by its local name, with the type of its
 * values. There is a path for each version of the ontology, which never changes.
 */
@Controller
final class ContextController {
  private final PageQueries queries;
  private final Representations representations;
  private final Store store;
  private final JsonMapper json;

  ContextController(
      PageQueries queries, Representations representations, Store store, JsonMapper json) {
    this.queries = queries;
    this.representations = representations;
    this.store = store;
    this.json = json;
  }

  @GetMapping("/context.jsonld")
  ResponseEntity<byte[]> present(HttpServletRequest request) {
    return representations.send(request, () -> context().at("/context/" + version() + ".jsonld"));
  }

  @GetMapping("/context/{version}.jsonld")
  ResponseEntity<byte[]> version(@PathVariable String version, HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          if (!version.equals(version())) {
            throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "The context of that version is not kept. The present one is %s, at /context.jsonld."
                    .formatted(version()));
          }
          return context().immutable();
        });
  }

  private String version() {
    Iterator<Quad> found =
        store
            .dataset()
            .find(
                Vocab.graph("ontology"),
                OntologyController.ONTOLOGY,
                OWL.versionInfo.asNode(),
                Node.ANY);
    return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "none";
  }

  private Representation context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@version", 1.1);
    context.put("id", "@id");
    context.put("type", "@type");
    context.putAll(Prefixes.VOCABULARIES);
    context.put("entity", Vocab.ID);
    for (Map<String, @Nullable Node> row : queries.table("context").rows()) {
      context.put(Table.required(row, "name").getLiteralLexicalForm(), definition(row));
    }
    return Representation.of(
        RdfFormat.JSONLD.mediaType(),
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("@context", context)));
  }

  private static Object definition(Map<String, @Nullable Node> row) {
    String iri = Table.required(row, "term").getURI();
    Map<String, String> definition = new LinkedHashMap<>();
    definition.put("@id", iri);
    put(definition, "@type", row.get("type"));
    put(definition, "@container", row.get("container"));
    return definition.size() == 1 ? iri : definition;
  }

  private static void put(Map<String, String> definition, String key, @Nullable Node value) {
    if (value != null) {
      definition.put(key, value.getLiteralLexicalForm());
    }
  }
}
