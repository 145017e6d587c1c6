package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.parley.store.Change;
import org.parley.store.Store;
import org.parley.web.ChangeList.Entry;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** What changed from revision to revision, so that others can keep a copy in step. */
@Controller
final class ChangesController {
  static final String PATCH = "application/rdf-patch";
  static final String ATOM = "application/atom+xml";

  private static final List<String> OFFERS =
      Stream.concat(
              Stream.of(Representation.JSON, ATOM, Representation.HTML),
              Stream.of(RdfFormat.values()).map(RdfFormat::mediaType))
          .toList();

  private final Store store;
  private final PageQueries queries;
  private final Negotiated negotiated;
  private final Representations representations;
  private final JsonMapper json;

  ChangesController(
      Store store,
      PageQueries queries,
      Negotiated negotiated,
      Representations representations,
      JsonMapper json) {
    this.store = store;
    this.queries = queries;
    this.negotiated = negotiated;
    this.representations = representations;
    this.json = json;
  }

  @GetMapping(path = "/changes", name = "The revisions, the newest first, and what each changed")
  ResponseEntity<byte[]> changes(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    ChangeRange range = ChangeRange.of(request, store);
    return switch (Representation.chosen(accept, OFFERS, type -> type)) {
      case Representation.JSON -> json(range, request);
      case ATOM -> atom(range, request);
      default ->
          negotiated.send(
              request, null, () -> triples(range, request), () -> page(list(range, "/changes")));
    };
  }

  @GetMapping(path = "/changes.{extension}", name = "The revisions in one format")
  ResponseEntity<byte[]> fixed(@PathVariable String extension, HttpServletRequest request) {
    ChangeRange range = ChangeRange.of(request, store);
    return switch (extension) {
      case "json" -> json(range, request);
      case "atom" -> atom(range, request);
      default -> negotiated.send(request, "/changes", extension, () -> triples(range, request));
    };
  }

  @GetMapping(path = "/changes/{number}", name = "What a revision changed, as RDF Patch")
  ResponseEntity<InputStreamResource> patch(
      @PathVariable String number, HttpServletRequest request) {
    var unused = SearchRequest.given(request, List.of());
    long present = store.revision().number(); // what is being committed is no change yet
    try {
      if (!number.matches("[1-9]\\d{0,17}") || Long.parseLong(number) > present) {
        throw new NoSuchElementException();
      }
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType(PATCH))
          .cacheControl(CacheControl.noCache())
          .header("Parley-Revision", number)
          .header("Parley-Complete", "true")
          .body(new InputStreamResource(store.changes().patch(Long.parseLong(number))));
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "There is no change of revision '%s': there are %d to %d. /changes lists them."
              .formatted(number, store.changes().first(), present));
    }
  }

  private ResponseEntity<byte[]> json(ChangeRange range, HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          ChangeList list = list(range, "/changes.json");
          return linked(list, Representation.JSON, json.writeValueAsBytes(list.members()));
        });
  }

  private ResponseEntity<byte[]> atom(ChangeRange range, HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          ChangeList list = list(range, "/changes.atom");
          return linked(list, ATOM, list.atom(Base.of(request)));
        });
  }

  private static Representation linked(ChangeList list, String mediaType, byte[] body) {
    Representation made =
        Representation.of(mediaType, body)
            .complete(list.next() == null)
            .alternate("/changes.json", Representation.JSON)
            .alternate("/changes.atom", ATOM)
            .alternate("/changes.ttl", RdfFormat.TURTLE.mediaType());
    return list.next() == null ? made : made.link(list.next(), "next");
  }

  private Representation page(ChangeList list) {
    return linked(
        list, Representation.HTML, representations.page("changes", Map.of("list", list)).body());
  }

  private List<Quad> triples(ChangeRange range, HttpServletRequest request) {
    Map<String, String> arguments = new HashMap<>(range.arguments());
    arguments.put("base", Base.of(request));
    return queries.triples(queries.query("changes-described", arguments));
  }

  private ChangeList list(ChangeRange range, String path) {
    Map<Long, Map<String, @Nullable Node>> said = new HashMap<>();
    queries
        .table(queries.query("changes", range.arguments()))
        .rows()
        .forEach((Map<String, @Nullable Node> row) -> said.put(number(row), row));
    List<Entry> entries =
        store.changes().newestFirst(range.below(), range.limit()).stream()
            .map(change -> entry(change, said.get(change.revision().number())))
            .toList();
    boolean more = range.below() - range.limit() > store.changes().first();
    return new ChangeList(entries, more ? range.next(path) : null);
  }

  private static long number(Map<String, @Nullable Node> row) {
    return ((Number) Table.required(row, "number").getLiteralValue()).longValue();
  }

  private static Entry entry(Change change, @Nullable Map<String, @Nullable Node> said) {
    Node document = said == null ? null : said.get("document");
    Node outcome = said == null ? null : said.get("outcome");
    return new Entry(
        change.revision().number(),
        change.revision().at().toString(),
        change.added(),
        change.removed(),
        document == null ? null : document.getURI(),
        outcome == null ? null : outcome.getLiteralLexicalForm(),
        "/changes/" + change.revision().number());
  }
}
