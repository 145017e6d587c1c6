package org.parley.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** Entities: 303 from what a thing is to what is said of it (Cool URIs for the Semantic Web). */
@Controller
final class EntityController {

  /** A media type and the format it is written in; JSON is JSON-LD to those who know no better. */
  private record Offer(String mediaType, @Nullable RdfFormat format) {}

  private static final List<Offer> DATA =
      Stream.concat(
              Arrays.stream(RdfFormat.values()).map(f -> new Offer(f.mediaType(), f)),
              Stream.of(new Offer("application/json", RdfFormat.JSONLD)))
          .toList();
  private static final List<Offer> ALL =
      Stream.concat(DATA.stream(), Stream.of(new Offer(Representation.HTML, null))).toList();

  private final Description description;
  private final Pages pages;

  EntityController(Description description, Pages pages) {
    this.description = description;
    this.pages = pages;
  }

  @GetMapping("/id/{kind}/{slug}")
  ResponseEntity<Void> thing(
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    Entity entity = new Entity(kind, slug);
    Offer offer = Representation.chosen(accept, ALL, Offer::mediaType);
    pages.require(entity);
    String path = offer.format() == null ? "/page/" : "/data/";
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path + entity.name()))
        .build();
  }

  @GetMapping("/data/{kind}/{slug}")
  ResponseEntity<byte[]> data(
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    int dot = slug.lastIndexOf('.');
    Optional<RdfFormat> fixed = RdfFormat.ofExtension(slug.substring(dot + 1));
    if (dot > 0 && fixed.isPresent()) {
      return fixed(new Entity(kind, slug.substring(0, dot)), fixed.get());
    }
    Entity entity = new Entity(kind, slug);
    Offer offer = Representation.chosen(accept, DATA, Offer::mediaType);
    RdfFormat format = offer.format() == null ? RdfFormat.TURTLE : offer.format();
    byte[] body = description.of(entity, format);
    return Representation.ok(offer.mediaType(), body)
        .header(HttpHeaders.CONTENT_LOCATION, "/data/" + entity.name() + "." + format.extension())
        .body(body);
  }

  private ResponseEntity<byte[]> fixed(Entity entity, RdfFormat format) {
    byte[] body = description.of(entity, format);
    return Representation.ok(format.mediaType(), body).body(body);
  }

  @GetMapping("/page/{kind}/{slug}")
  ModelAndView page(@PathVariable String kind, @PathVariable String slug) {
    Entity entity = new Entity(kind, slug);
    return new ModelAndView("entity", pages.entity(entity))
        .addObject("kind", kind)
        .addObject("name", entity.name())
        .addObject("formats", RdfFormat.values());
  }
}
