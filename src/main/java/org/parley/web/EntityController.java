package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
  private final Particulars particulars;
  private final Representations representations;

  EntityController(
      Description description,
      Pages pages,
      Particulars particulars,
      Representations representations) {
    this.description = description;
    this.pages = pages;
    this.particulars = particulars;
    this.representations = representations;
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
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    int dot = slug.lastIndexOf('.');
    Optional<RdfFormat> fixed = RdfFormat.ofExtension(slug.substring(dot + 1));
    if (dot > 0 && fixed.isPresent()) {
      Entity entity = new Entity(kind, slug.substring(0, dot));
      return representations.send(
          request,
          () -> Representation.of(fixed.get().mediaType(), description.of(entity, fixed.get())));
    }
    Entity entity = new Entity(kind, slug);
    Offer offer = Representation.chosen(accept, DATA, Offer::mediaType);
    RdfFormat format = offer.format() == null ? RdfFormat.TURTLE : offer.format();
    return representations.send(
        request,
        () ->
            Representation.of(offer.mediaType(), description.of(entity, format))
                .at("/data/" + entity.name() + "." + format.extension()));
  }

  @GetMapping("/page/{kind}/{slug}")
  ResponseEntity<byte[]> page(
      @PathVariable String kind, @PathVariable String slug, HttpServletRequest request) {
    Entity entity = new Entity(kind, slug);
    return representations.send(
        request,
        () -> {
          Map<String, Object> model = pages.entity(entity);
          model.putAll(particulars.of(entity));
          model.put("kind", kind);
          model.put("name", entity.name());
          model.put("formats", RdfFormat.values());
          return representations.page("entity", model);
        });
  }
}
