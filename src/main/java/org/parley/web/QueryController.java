package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.store.Store;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of queries, and their answers. */
@Controller
final class QueryController {
  private static final List<String> CATALOGUE =
      List.of(MediaType.APPLICATION_JSON_VALUE, Representation.HTML);

  private final Catalogue catalogue;
  private final Answers answers;
  private final Pages pages;

  QueryController(Catalogue catalogue, Store store, Pages pages) {
    this.catalogue = catalogue;
    this.answers = new Answers(store);
    this.pages = pages;
  }

  @GetMapping("/queries")
  Object catalogue(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    if (Representation.chosen(accept, CATALOGUE, type -> type).equals(Representation.HTML)) {
      return new ModelAndView("queries", "queries", catalogue.queries());
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(catalogue.queries().stream().map(CatalogueEntry::of).toList());
  }

  @GetMapping("/queries/{name:[^.]*}")
  Object answer(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    CatalogueQuery query = catalogue.named(name);
    List<AnswerFormat> formats = AnswerFormat.of(query);
    List<String> offers =
        Stream.concat(formats.stream().map(AnswerFormat::mediaType), Stream.of(Representation.HTML))
            .toList();
    String chosen = Representation.chosen(accept, offers, type -> type);
    Query bound = query.bind(arguments(request));
    if (chosen.equals(Representation.HTML)) {
      return page(query, bound, formats, request);
    }
    byte[] body = formats.get(offers.indexOf(chosen)).write(answers, bound);
    return Representation.ok(chosen, body).body(body);
  }

  @GetMapping("/queries/{name:[^.]*}.rq")
  ResponseEntity<byte[]> text(@PathVariable String name) {
    byte[] text = catalogue.named(name).text().getBytes(UTF_8);
    return Representation.ok(MediaType.TEXT_PLAIN_VALUE, text).body(text);
  }

  @GetMapping("/queries/{name:[^.]*}.{extension}")
  ResponseEntity<byte[]> fixed(
      @PathVariable String name, @PathVariable String extension, HttpServletRequest request) {
    CatalogueQuery query = catalogue.named(name);
    List<AnswerFormat> formats = AnswerFormat.of(query);
    AnswerFormat format =
        formats.stream()
            .filter(offer -> offer.extension().equals(extension))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownExtension(
                        extension, formats.stream().map(AnswerFormat::extension).toList()));
    byte[] body = format.write(answers, query.bind(arguments(request)));
    return Representation.ok(format.mediaType(), body).body(body);
  }

  private ModelAndView page(
      CatalogueQuery query, Query bound, List<AnswerFormat> formats, HttpServletRequest request) {
    String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    Map<String, String> given = new LinkedHashMap<>();
    arguments(request).forEach((name, values) -> given.put(name, values.getFirst()));
    return new ModelAndView("query", pages.answer(bound))
        .addObject("given", given)
        .addObject("query", query)
        .addObject("entry", CatalogueEntry.of(query))
        .addObject("formats", formats)
        .addObject("asked", asked);
  }

  private static Map<String, List<String>> arguments(HttpServletRequest request) {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> arguments.put(name, Arrays.asList(values)));
    return arguments;
  }
}
