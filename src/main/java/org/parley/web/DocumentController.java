package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.parley.intake.Receipt;
import org.parley.intake.Rejected;
import org.parley.intake.Submissions;
import org.parley.queries.BadParameter;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.shapes.Report;
import org.parley.vocab.Prefixes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Documents as they travel: fetched, put in, corrected and taken out. */
@Controller
final class DocumentController {
  private static final String TRIG = RdfFormat.TRIG.mediaType();
  private static final List<String> REPORTS =
      Stream.concat(
              Stream.of(
                  MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                  MediaType.TEXT_PLAIN_VALUE,
                  Representation.HTML),
              Stream.of(RdfFormat.values()).map(RdfFormat::mediaType))
          .toList();

  private static final Map<String, String> PREFIXES = Report.prefixes(Prefixes.ALL);

  private final Submissions submissions;
  private final Representations representations;
  private final Pages pages;

  DocumentController(Submissions submissions, Representations representations, Pages pages) {
    this.submissions = submissions;
    this.representations = representations;
    this.pages = pages;
  }

  @GetMapping(
      path = "/documents/{id}",
      name = "A document with all that it rests on, as it can be put in again")
  ResponseEntity<byte[]> get(@PathVariable String id, HttpServletRequest request) {
    var unused = SearchRequest.given(request, List.of());
    return representations.send(
        request,
        () -> {
          pages.require(new Entity("document", id));
          return Representation.of(TRIG, submissions.get(id).trig());
        });
  }

  @PutMapping(path = "/documents/{id}", name = "Puts a document in, or another version of it")
  ResponseEntity<?> put(@PathVariable String id, HttpServletRequest request) throws IOException {
    DocumentRequest asked = new DocumentRequest(request);
    asked.requireType();
    String dryRun = SearchRequest.given(request, List.of("dry-run")).get("dry-run");
    var conditions = asked.conditions(dryRun);
    DocumentRequest.Body body = asked.body();
    return answer(
        request, () -> submissions.put(id, body.bundle(), body.format(), body.text(), conditions));
  }

  @DeleteMapping(path = "/documents/{id}", name = "Takes a document out, and says why")
  ResponseEntity<?> delete(@PathVariable String id, HttpServletRequest request) {
    Map<String, String> given = SearchRequest.given(request, List.of("reason", "dry-run"));
    String reason = given.get("reason");
    if (reason == null || reason.isBlank() || reason.length() > 1000) {
      throw new BadParameter(
          "reason",
          "Say by the parameter 'reason', in at most 1000 characters, why the document is taken"
              + " out. Those who look for it will read that.");
    }
    var conditions = new DocumentRequest(request).conditions(given.get("dry-run"));
    return answer(request, () -> submissions.retract(id, reason.strip(), conditions));
  }

  private static ResponseEntity<?> answer(HttpServletRequest request, Supplier<Receipt> change) {
    try {
      Receipt receipt = change.get();
      HttpHeaders headers = new HttpHeaders();
      headers.setCacheControl("no-store");
      headers.set("Parley-Revision", Long.toString(receipt.revision()));
      if (receipt.digest() != null && !receipt.dryRun()) {
        headers.setETag(Representations.tag(receipt.digest(), "trig"));
      }
      boolean created = receipt.outcome() == Receipt.Outcome.ADDED && !receipt.dryRun();
      if (created) {
        headers.setLocation(URI.create(request.getRequestURI()));
      }
      return ResponseEntity.status(created ? 201 : 200)
          .headers(headers)
          .contentType(MediaType.APPLICATION_JSON)
          .body(receipt);
    } catch (Rejected e) {
      return report(request, e);
    }
  }

  /** What is wrong, as a SHACL validation report or as text; for all others it is a problem. */
  private static ResponseEntity<byte[]> report(HttpServletRequest request, Rejected rejected) {
    String accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    String chosen = Representation.chosen(accept, REPORTS, type -> type);
    if (chosen.equals(MediaType.TEXT_PLAIN_VALUE)) {
      return report(chosen, rejected.report().getBytes(StandardCharsets.UTF_8));
    }
    RdfFormat format =
        Stream.of(RdfFormat.values())
            .filter(offered -> offered.mediaType().equals(chosen))
            .findFirst()
            .orElseThrow(() -> rejected);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfWriter.write(
        format,
        Report.of(rejected.findings())
            .find()
            .mapWith(triple -> new Quad(Quad.defaultGraphIRI, triple)),
        PREFIXES,
        out);
    return report(chosen, out.toByteArray());
  }

  private static ResponseEntity<byte[]> report(String mediaType, byte[] body) {
    return ResponseEntity.unprocessableContent()
        .headers(Representation.of(mediaType, body).headers())
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
