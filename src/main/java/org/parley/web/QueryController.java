package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of queries, and their answers. */
@Controller
final class QueryController {
  private static final List<String> CATALOGUE =
      List.of(MediaType.APPLICATION_JSON_VALUE, Representation.HTML);

  private final Catalogue catalogue;
  private final Answers answers;
  private final Pages pages;
  private final Representations representations;
  private final JsonMapper json;

  QueryController(
      Catalogue catalogue,
      Answers answers,
      Pages pages,
      Representations representations,
      JsonMapper json) {
    this.catalogue = catalogue;
    this.answers = answers;
    this.pages = pages;
    this.representations = representations;
    this.json = json;
  }

  @GetMapping("/queries")
  ResponseEntity<byte[]> catalogue(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    if (Representation.chosen(accept, CATALOGUE, type -> type).equals(Representation.HTML)) {
      return representations.send(
          request, () -> representations.page("queries", Map.of("queries", catalogue.queries())));
    }
    return representations.send(
        request,
        () ->
            Representation.of(
                Representation.JSON,
                json.writeValueAsBytes(
                    catalogue.queries().stream().map(CatalogueEntry::of).toList())));
  }

  @GetMapping("/queries/{name:[^.]*}")
  ResponseEntity<byte[]> answer(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    CatalogueQuery query = catalogue.named(name);
    List<AnswerFormat> formats = AnswerFormat.of(query.type());
    List<String> offers =
        Stream.concat(formats.stream().map(AnswerFormat::mediaType), Stream.of(Representation.HTML))
            .toList();
    String chosen = Representation.chosen(accept, offers, type -> type);
    Query bound = query.bind(arguments(request));
    return representations.send(
        request,
        () ->
            chosen.equals(Representation.HTML)
                ? page(query, bound, formats, request)
                : written(bound, formats.get(offers.indexOf(chosen))));
  }

  @GetMapping("/queries/{name:[^.]*}.rq")
  ResponseEntity<byte[]> text(@PathVariable String name, HttpServletRequest request) {
    byte[] text = catalogue.named(name).text().getBytes(UTF_8);
    return representations.send(request, () -> Representation.of(MediaType.TEXT_PLAIN_VALUE, text));
  }

  @GetMapping("/queries/{name:[^.]*}.{extension}")
  ResponseEntity<byte[]> fixed(
      @PathVariable String name, @PathVariable String extension, HttpServletRequest request) {
    CatalogueQuery query = catalogue.named(name);
    List<AnswerFormat> formats = AnswerFormat.of(query.type());
    AnswerFormat format =
        formats.stream()
            .filter(offer -> offer.extension().equals(extension))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownExtension(
                        extension, formats.stream().map(AnswerFormat::extension).toList()));
    Query bound = query.bind(arguments(request));
    return representations.send(request, () -> written(bound, format));
  }

  private Representation written(Query query, AnswerFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answers.write(query, format, out);
    return Representation.of(format.mediaType(), out.toByteArray());
  }

  private Representation page(
      CatalogueQuery query, Query bound, List<AnswerFormat> formats, HttpServletRequest request) {
    String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    Map<String, String> given = new LinkedHashMap<>();
    arguments(request).forEach((name, values) -> given.put(name, values.getFirst()));
    Map<String, Object> model = pages.answer(bound);
    model.put("given", given);
    model.put("query", query);
    model.put("entry", CatalogueEntry.of(query));
    model.put("formats", formats);
    model.put("asked", asked);
    return representations.page("query", model);
  }

  private static Map<String, List<String>> arguments(HttpServletRequest request) {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> arguments.put(name, Arrays.asList(values)));
    arguments.remove("revision");
    return arguments;
  }
}
