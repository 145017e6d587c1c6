package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.vocab.Prefixes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends what is to be had as triples in every format, and as a page. */
@Component
final class Negotiated {
  private static final List<RdfFormat> FORMATS = List.of(RdfFormat.values());
  private static final List<String> OFFERS =
      Stream.concat(FORMATS.stream().map(RdfFormat::mediaType), Stream.of(Representation.HTML))
          .toList();

  private final Representations representations;

  Negotiated(Representations representations) {
    this.representations = representations;
  }

  /**
   * In what the client likes best.
   *
   * @param path what the suffixes of the fixed formats are added to; null when there are none
   * @throws NotAcceptable when it likes nothing that there is
   */
  ResponseEntity<byte[]> send(
      HttpServletRequest request,
      @Nullable String path,
      Supplier<List<Quad>> triples,
      Supplier<Representation> page) {
    String chosen = chosen(request);
    return representations.send(
        request,
        () -> {
          if (chosen.equals(Representation.HTML)) {
            return linked(path, page.get());
          }
          RdfFormat format = FORMATS.get(OFFERS.indexOf(chosen));
          Representation written = linked(path, written(triples.get(), format));
          return path == null ? written : written.at(path + "." + format.extension());
        });
  }

  /**
   * In the format with that suffix.
   *
   * @throws UnknownExtension when there is none
   */
  ResponseEntity<byte[]> send(
      HttpServletRequest request, String path, String extension, Supplier<List<Quad>> triples) {
    RdfFormat format =
        RdfFormat.ofExtension(extension)
            .orElseThrow(
                () ->
                    new UnknownExtension(
                        extension, FORMATS.stream().map(RdfFormat::extension).toList()));
    return representations.send(request, () -> linked(path, written(triples.get(), format)));
  }

  /** What the client likes best of all formats and HTML. */
  private static String chosen(HttpServletRequest request) {
    String accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    return Representation.chosen(accept, OFFERS, type -> type);
  }

  private static Representation written(List<Quad> triples, RdfFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfWriter.write(format, triples.iterator(), Prefixes.VOCABULARIES, out);
    return Representation.of(format.mediaType(), out.toByteArray());
  }

  private static Representation linked(@Nullable String path, Representation representation) {
    if (path != null) {
      for (RdfFormat format : FORMATS) {
        representation.alternate(path + "." + format.extension(), format.mediaType());
      }
    }
    return representation;
  }
}
