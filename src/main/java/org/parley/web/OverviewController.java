package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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

  @GetMapping({"/", "/meetings", "/documents", "/disputes", "/positions", "/timeline", "/browse"})
  ResponseEntity<byte[]> overview(
      @RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
    String path = request.getRequestURI().substring(1);
    String name = path.isEmpty() ? "front" : path;
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
          model.put("given", given.toSingleValueMap());
          return representations.page(name, model);
        });
  }

  /** The entities of a kind, or all facts, page by page. */
  @GetMapping({"/browse/{kind}", "/facts"})
  ResponseEntity<byte[]> list(
      @PathVariable(required = false) String kind,
      @RequestParam(required = false) String cursor,
      HttpServletRequest request) {
    if (kind != null && !Prefixes.KINDS.contains(kind)) {
      throw new UnknownEntity(new Entity(kind, "any"));
    }
    String query = kind == null ? "every-fact" : "of-kind";
    String path = request.getRequestURI();
    return representations.send(
        request,
        () -> {
          Cursor from = Cursor.parse(cursor, path, store.revision());
          Table table =
              queries.table(
                  queries.asked(query, kind == null ? Map.of() : Map.of("kind", List.of(kind))),
                  from);
          Map<String, Object> model = pages.of(Map.of("rows", table));
          model.put("kind", kind == null ? "" : kind);
          model.put("from", from.offset());
          String template = kind == null ? "facts" : "list";
          if (!table.more()) {
            return representations.page(template, model);
          }
          String next =
              path
                  + "?cursor="
                  + new Cursor(from.offset() + PageQueries.LISTED).text(path, store.revision());
          model.put("next", next);
          return representations.page(template, model).complete(false).link(next, "next");
        });
  }
}
