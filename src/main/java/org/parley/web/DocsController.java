package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.parley.queries.CatalogueQuery;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the surface says of itself, for programs and for people. */
@Controller
final class DocsController {
  private final OpenApi openApi;
  private final Representations representations;
  private final JsonMapper json;

  DocsController(OpenApi openApi, Representations representations, JsonMapper json) {
    this.openApi = openApi;
    this.representations = representations;
    this.json = json;
  }

  @GetMapping(
      path = "/openapi.json",
      name = "This description",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> openApi(HttpServletRequest request) {
    return representations.send(
        request,
        () ->
            Representation.of(
                Representation.JSON,
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(openApi.document())));
  }

  @GetMapping(
      path = "/docs",
      name = "The same as a page, to try it out",
      produces = Representation.HTML)
  ResponseEntity<byte[]> docs(HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          ObjectNode document = openApi.document();
          Set<String> tags = new LinkedHashSet<>(document.path("tags").findValuesAsString("name"));
          document
              .path("paths")
              .forEach(
                  path -> path.forEach(operation -> tags.add(operation.at("/tags/0").asString())));
          return representations.page(
              "docs",
              Map.of(
                  "api",
                  json.convertValue(document, Map.class),
                  "tags",
                  tags,
                  "shared",
                  CatalogueQuery.RESERVED));
        });
  }
}
