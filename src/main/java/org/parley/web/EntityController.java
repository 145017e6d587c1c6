package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.Syntax;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Entities: 303 from what a thing is to what is said of it (Cool URIs for the Semantic Web). */
@Controller
final class EntityController {
  private static final List<String> OFFERS =
      Stream.concat(
              Descriptions.SYNTAXES.stream().map(Syntax::mediaType), Stream.of(Representation.HTML))
          .toList();

  private final Pages pages;
  private final Descriptions descriptions;
  private final Representations representations;

  EntityController(Pages pages, Descriptions descriptions, Representations representations) {
    this.pages = pages;
    this.descriptions = descriptions;
    this.representations = representations;
  }

  @GetMapping(path = "/id/{kind}/{slug}", name = "An entity: on to its page or its data")
  ResponseEntity<Void> thing(
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable Long revision,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    Entity entity = new Entity(kind, slug);
    String chosen = Representation.chosen(accept, OFFERS, offer -> offer);
    pages.require(entity);
    String path = chosen.equals(Representation.HTML) ? "/page/" : "/data/";
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(
            URI.create(path + entity.name() + (revision == null ? "" : "?revision=" + revision)))
        .build();
  }

  @GetMapping(
      path = "/data/{kind}/{slug}",
      name = "What is said of an entity, as data; the name may end in .ttl, .json, .csv and others")
  ResponseEntity<byte[]> data(
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    int dot = slug.lastIndexOf('.');
    Optional<Syntax> fixed =
        dot < 1 ? Optional.empty() : Descriptions.ofExtension(slug.substring(dot + 1));
    Entity entity = new Entity(kind, fixed.isPresent() ? slug.substring(0, dot) : slug);
    Syntax syntax =
        fixed.orElseGet(
            () -> Representation.chosen(accept, Descriptions.SYNTAXES, Syntax::mediaType));
    return representations.send(
        request,
        () -> {
          Representation made = descriptions.data(entity, syntax, cursor);
          return fixed.isPresent() ? made : made.at(Descriptions.path(entity, syntax));
        });
  }

  @GetMapping(path = "/page/{kind}/{slug}", name = "What is said of an entity, as a page")
  ResponseEntity<byte[]> page(
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    Entity entity = new Entity(kind, slug);
    return representations.send(request, () -> descriptions.page(entity, cursor));
  }
}
