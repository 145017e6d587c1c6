package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.queries.BadParameter;
import org.parley.search.Found;
import org.parley.search.Search;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/** Finding things by their names. */
@Controller
final class SearchController {
  private static final List<String> SEARCH = List.of("q", "kind", "limit", "cursor");
  private static final List<String> SUGGEST = List.of("prefix", "kind", "limit");

  /**
   * One page of results, as JSON has it.
   *
   * @param revision the number of the revision that was searched
   * @param kinds how many there are of each kind, whichever was asked for
   * @param total how many there are of the kind that was asked for
   * @param complete whether nothing follows
   * @param next the path of the next page; null on the last
   */
  record Results(
      String query,
      @Nullable String kind,
      long revision,
      Map<String, Integer> kinds,
      int total,
      boolean complete,
      List<Result> results,
      @Nullable String next) {}

  /**
   * Something that was found, as JSON has it.
   *
   * @param matched the name that was found
   * @param lang the language of that name; empty when it has none
   */
  record Result(String id, String name, String kind, String matched, String lang, String page) {
    static Result of(Found.Hit hit) {
      return new Result(
          hit.iri(),
          hit.name().text(),
          hit.kind(),
          hit.matched().text(),
          hit.matched().lang(),
          SearchController.page(hit));
    }
  }

  private final Store store;
  private final Search search;
  private final Representations representations;
  private final JsonMapper json;

  SearchController(Store store, Representations representations, JsonMapper json) {
    this.store = store;
    this.search = new Search(store);
    this.representations = representations;
    this.json = json;
  }

  /** Has the names read before somebody has to wait for them. */
  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    Thread.ofVirtual().start(() -> store.read(() -> search.find("", null, 0, 1)));
  }

  @GetMapping("/search")
  ResponseEntity<byte[]> search(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    boolean page =
        Representation.chosen(
                accept, List.of(Representation.JSON, Representation.HTML), type -> type)
            .equals(Representation.HTML);
    SearchRequest asked = SearchRequest.of(request, 20, SEARCH);
    if (page && asked.text().isEmpty()) {
      return representations.send(
          request, () -> representations.page("search", Map.of("asked", asked)));
    }
    required(asked, "q");
    return representations.send(
        request,
        () -> {
          Found found = asked.found(search, store.revision());
          String next = asked.next(found);
          Representation made = page ? page(asked, found, next) : results(asked, found, next);
          made.complete(next == null);
          return next == null ? made : made.link(next, "next");
        });
  }

  @GetMapping("/suggest")
  ResponseEntity<byte[]> suggest(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    String chosen = Representation.chosen(accept, List.of(Representation.JSON), type -> type);
    SearchRequest asked = required(SearchRequest.of(request, 10, SUGGEST), "prefix");
    return representations.send(
        request,
        () -> {
          Found found = asked.found(search, store.revision());
          return Representation.of(
                  chosen, json.writeValueAsBytes(found.hits().stream().map(Result::of).toList()))
              .complete(found.hits().size() == found.total());
        });
  }

  private Representation page(SearchRequest asked, Found found, @Nullable String next) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("asked", asked);
    model.put("found", found);
    model.put("next", next);
    model.put("first", asked.offset(found.revision()) + 1);
    model.put(
        "pages",
        found.hits().stream().collect(Collectors.toMap(Found.Hit::iri, SearchController::page)));
    return representations.page("search", model);
  }

  private Representation results(SearchRequest asked, Found found, @Nullable String next) {
    return Representation.of(
        Representation.JSON,
        json.writeValueAsBytes(
            new Results(
                asked.text(),
                asked.kind(),
                found.revision().number(),
                found.kinds(),
                found.total(),
                next == null,
                found.hits().stream().map(Result::of).toList(),
                next)));
  }

  private static SearchRequest required(SearchRequest asked, String parameter) {
    if (asked.text().isEmpty()) {
      throw new BadParameter(
          parameter,
          "Parameter '%s' is missing; it must be a name or a part of one.".formatted(parameter));
    }
    return asked;
  }

  /** The page of an entity, or the place of a term on that of the ontology. */
  private static String page(Found.Hit hit) {
    return hit.iri().startsWith(Vocab.ID)
        ? "/page/" + hit.iri().substring(Vocab.ID.length())
        : "/ontology#" + hit.iri().substring(Vocab.NS.length());
  }
}
