package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Answers;
import org.parley.queries.BadParameter;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.ResultFormat;
import org.parley.rdf.Syntax;
import org.parley.store.Revision;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of queries, and their answers. */
@Controller
final class QueryController {
  private static final int ROWS = 100;
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

  @GetMapping(path = "/queries", name = "The catalogue of queries")
  ResponseEntity<byte[]> catalogue(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    String chosen = Representation.chosen(accept, CATALOGUE, type -> type);
    return representations.send(
        request,
        () ->
            chosen.equals(Representation.HTML)
                ? representations.page("queries", Map.of("queries", catalogue.queries()))
                : Representation.of(
                    Representation.JSON,
                    json.writeValueAsBytes(
                        catalogue.queries().stream().map(this::entry).toList())));
  }

  @GetMapping(path = "/queries/{name:[^.]*}", name = "The answer to a query of the catalogue")
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
    Asked asked = Asked.of(query, request);
    return representations.send(
        request,
        () ->
            chosen.equals(Representation.HTML)
                ? page(asked)
                : written(asked, "", formats.get(offers.indexOf(chosen))));
  }

  @GetMapping(path = "/queries/{name:[^.]*}.rq", name = "The text of a query")
  ResponseEntity<byte[]> text(@PathVariable String name, HttpServletRequest request) {
    byte[] text = catalogue.named(name).text().getBytes(UTF_8);
    return representations.send(request, () -> Representation.of(MediaType.TEXT_PLAIN_VALUE, text));
  }

  @GetMapping(
      path = "/queries/{name:[^.]*}.{extension}",
      name = "The answer to a query in the format that its address ends in")
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
    Asked asked = Asked.of(query, request);
    return representations.send(request, () -> written(asked, "." + extension, format));
  }

  private Representation written(Asked asked, String form, AnswerFormat format) {
    Revision revision = representations.revision();
    int offset = asked.offset(revision);
    int limit = asked.limit(Integer.MAX_VALUE);
    Bounded out = new Bounded();
    boolean more = answers.write(asked.bound(), format.forSpreadsheets(), offset, limit, out);
    Representation written = Representation.of(format.mediaType(), out.toByteArray());
    if (form.isEmpty()) {
      written.at(asked.href("." + format.extension()));
    }
    return linked(written, asked, more ? asked.next(form, offset + limit, limit, revision) : null);
  }

  private Representation page(Asked asked) {
    Revision revision = representations.revision();
    int offset = asked.offset(revision);
    int limit = asked.limit(ROWS);
    Map<String, Object> model = pages.answer(asked.bound(), offset, limit);
    boolean more = Boolean.TRUE.equals(model.get("more"));
    String next = asked.next("", offset + limit, limit, revision);
    model.put("asked", asked);
    model.put("query", asked.query());
    model.put("offset", offset);
    model.put("next", next);
    model.put("formats", AnswerFormat.of(asked.query().type()));
    model.put("permanent", asked.permanent("", revision));
    Syntax exact = asked.query().answersRdf() ? RdfFormat.NTRIPLES : ResultFormat.TSV;
    model.put("bytes", asked.permanent("." + exact.extension(), revision));
    model.put("digest", digest(asked, new AnswerFormat(exact.mediaType(), exact)));
    return linked(representations.page("query", model), asked, more ? next : null);
  }

  /** SHA-256 of the whole answer in hexadecimal digits; empty when it is too large to be made. */
  private String digest(Asked asked, AnswerFormat format) {
    Bounded out = new Bounded();
    try {
      answers.write(asked.bound(), format, out);
      return Representations.hex(out.toByteArray());
    } catch (BadParameter tooLarge) {
      return "";
    }
  }

  private Representation linked(Representation answer, Asked asked, @Nullable String next) {
    answer.complete(next == null);
    if (next != null) {
      answer.link(next, "next");
    }
    answer.link(asked.permanent("", representations.revision()), "cite-as");
    answer.link(Asked.href(asked.query(), ".rq", Map.of()), "describedby", "type=\"text/plain\"");
    AnswerFormat.of(asked.query().type())
        .forEach(
            format -> answer.alternate(asked.href("." + format.extension()), format.mediaType()));
    return answer.alternate(asked.href(""), Representation.HTML);
  }

  /** A query as the catalogue lists it: what its file says, and where everything is. */
  private ObjectNode entry(CatalogueQuery query) {
    ObjectNode entry = json.valueToTree(query);
    entry.put("href", Asked.href(query, "", Map.of()));
    entry.put("text", Asked.href(query, ".rq", Map.of()));
    for (int i = 0; i < query.examples().size(); i++) {
      String href = Asked.href(query, "", query.examples().get(i).arguments());
      ((ObjectNode) entry.path("examples").path(i)).put("href", href);
    }
    var formats = entry.putArray("formats");
    AnswerFormat.of(query.type())
        .forEach(
            format ->
                formats
                    .addObject()
                    .put("mediaType", format.mediaType())
                    .put("extension", format.extension()));
    return entry;
  }
}
