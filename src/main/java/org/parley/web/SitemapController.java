package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** What crawlers ask for: a list of all pages (sitemaps.org), and what to leave alone. */
@Controller
final class SitemapController {
  /** The most that a part may list. */
  static final int PART = 50_000;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/meetings",
          "/disputes",
          "/positions",
          "/timeline",
          "/documents",
          "/facts",
          "/browse",
          "/queries",
          "/ontology",
          "/shapes",
          "/dataset",
          "/changes",
          "/docs",
          "/sparql");

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /sparql?
      Disallow: /graphs
      Disallow: /queries/*?
      Disallow: /search?
      Disallow: /suggest?
      """;

  private final Representations representations;
  private final Store store;
  private final PerRevision<List<String>> paths;

  SitemapController(PageQueries queries, Representations representations, Store store) {
    this.representations = representations;
    this.store = store;
    this.paths = new PerRevision<>(store, () -> paths(queries));
  }

  @GetMapping(path = "/robots.txt", name = "What crawlers may fetch")
  ResponseEntity<byte[]> robots(HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          String text = ROBOTS + "\nSitemap: " + Base.of(request) + "/sitemap.xml\n";
          return Representation.of(MediaType.TEXT_PLAIN_VALUE, text.getBytes(UTF_8));
        });
  }

  @GetMapping(path = "/sitemap.xml", name = "The index of the sitemap")
  ResponseEntity<byte[]> index(HttpServletRequest request) {
    return representations.send(
        request,
        () ->
            listed(
                "sitemapindex",
                "sitemap",
                IntStream.rangeClosed(1, parts(paths.get().size(), PART))
                    .mapToObj(part -> Base.of(request) + "/sitemap/" + part + ".xml")));
  }

  @GetMapping(path = "/sitemap/{part:[1-9]\\d?\\d?\\d?}.xml", name = "A part of the sitemap")
  ResponseEntity<byte[]> part(@PathVariable int part, HttpServletRequest request) {
    return representations.send(
        request,
        () -> {
          List<String> all = paths.get();
          if (part < 1 || part > parts(all.size(), PART)) {
            throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no such part. See /sitemap.xml for those there are.");
          }
          List<String> listed = all.subList((part - 1) * PART, Math.min(part * PART, all.size()));
          return listed("urlset", "url", listed.stream().map(path -> Base.of(request) + path));
        });
  }

  /** How many parts there are for so many pages. */
  static int parts(int pages, int most) {
    return (pages + most - 1) / most;
  }

  private static List<String> paths(PageQueries queries) {
    return Stream.concat(
            PAGES.stream(),
            queries.column(queries.query("entities", Map.of()), "entity").stream()
                .map(entity -> "/page/" + entity.getURI().substring(Vocab.ID.length())))
        .toList();
  }

  private Representation listed(String list, String entry, Stream<String> addresses) {
    String at = store.revision().at().toString();
    String entries =
        addresses
            .map(
                address ->
                    "<%1$s><loc>%2$s</loc><lastmod>%3$s</lastmod></%1$s>\n"
                        .formatted(entry, HtmlUtils.htmlEscape(address), at))
            .collect(Collectors.joining());
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <%1$s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        %2$s</%1$s>
        """
            .formatted(list, entries);
    return Representation.of(MediaType.APPLICATION_XML_VALUE, xml.getBytes(UTF_8));
  }
}
