package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The pages over the whole data set. Each is a template and the queries of which it is made; its
 * parameters are those of the first.
 */
@Controller
final class OverviewController {
  private static final Map<String, List<String>> MADE_OF =
      Map.of(
          "front", List.of("counts", "opened", "met", "demanded", "disputed", "printed", "mains"),
          "meetings", List.of("met", "planned", "series"),
          "documents", List.of("printed", "mains", "spread"),
          "disputes", List.of("disputed", "actors"),
          "positions", List.of("positions", "parties"),
          "timeline", List.of("timeline", "actors"),
          "browse", List.of("kinds"));

  private final Store store;
  private final Pages pages;
  private final PageQueries queries;
  private final Representations representations;

  OverviewController(
      Store store, Pages pages, PageQueries queries, Representations representations) {
    this.store = store;
    this.pages = pages;
    this.queries = queries;
    this.representations = representations;
  }

  @GetMapping(
      path = {"/", "/meetings", "/documents", "/disputes", "/positions", "/timeline", "/browse"},
      name = "A page over the whole data set")
  ResponseEntity<byte[]> overview(
      @RequestParam(required = false) @Nullable String actor, HttpServletRequest request) {
    String path =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    String name = path.equals("/") ? "front" : path.substring(1);
    Map<String, List<String>> given = new HashMap<>();
    request.getParameterMap().forEach((key, values) -> given.put(key, List.of(values)));
    given.remove("revision");
    return representations.send(
        request,
        () -> {
          Map<String, Table> tables = new HashMap<>();
          Map<String, List<String>> arguments = given;
          for (String query : MADE_OF.getOrDefault(name, List.of())) {
            tables.put(query, queries.table(queries.asked(query, arguments)));
            arguments = Map.of();
          }
          Map<String, Object> model = pages.of(tables);
          model.put("given", actor == null ? Map.of() : Map.of("actor", actor));
          return representations
              .page(name, model)
              .complete(Boolean.TRUE.equals(model.get("complete")));
        });
  }

  /** The entities of a kind, page by page. */
  @GetMapping(path = "/browse/{kind}", name = "The entities of a kind")
  ResponseEntity<byte[]> kind(
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    if (!Prefixes.KINDS.contains(kind)) {
      throw new UnknownEntity(new Entity(kind, "any"));
    }
    Query query = queries.asked("of-kind", Map.of("kind", List.of(kind)));
    return list("list", "/browse/" + kind, Map.of("kind", kind), query, cursor, request);
  }

  /** All plain facts, page by page. */
  @GetMapping(path = "/facts", name = "All plain facts")
  ResponseEntity<byte[]> facts(
      @RequestParam(required = false) @Nullable String cursor, HttpServletRequest request) {
    Query query = queries.asked("every-fact", Map.of());
    return list("facts", "/facts", Map.of(), query, cursor, request);
  }

  private ResponseEntity<byte[]> list(
      String template,
      String path,
      Map<String, String> named,
      Query query,
      @Nullable String cursor,
      HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          Revision revision = store.revision();
          Cursor from = Cursor.parse(cursor, path, revision);
          Table table = queries.table(query, from);
          Map<String, Object> model = pages.of(Map.of("rows", table));
          model.putAll(named);
          model.put("from", from.offset());
          if (!table.more()) {
            return representations.page(template, model);
          }
          Cursor next = new Cursor(from.offset() + PageQueries.LISTED);
          String link = path + "?cursor=" + next.text(path, revision);
          model.put("next", link);
          return representations.page(template, model).complete(false).link(link, "next");
        });
  }
}
