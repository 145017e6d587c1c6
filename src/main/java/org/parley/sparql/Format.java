package org.parley.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.parley.rdf.Accept;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.sparql.Refused.NotAcceptable;
import org.parley.vocab.Prefixes;

/** A format that results are written in, under one media type. */
sealed interface Format {

  /** What the client names it by. */
  String mediaType();

  /** For rows and booleans. */
  record OfResults(String mediaType, ResultFormat syntax) implements Format {}

  /** For triples. */
  record OfGraphs(String mediaType, RdfFormat syntax) implements Format {

    OfGraphs(RdfFormat syntax) {
      this(syntax.mediaType(), syntax);
    }

    void write(Iterator<Quad> quads, Map<String, String> prefixes, OutputStream out) {
      RdfWriter.write(syntax, quads, prefixes, out);
    }
  }

  /** For triples, the preferred first. */
  static List<OfGraphs> graphs() {
    return Arrays.stream(RdfFormat.values()).map(OfGraphs::new).toList();
  }

  private static Format results(ResultFormat syntax) {
    return new OfResults(syntax.mediaType(), syntax);
  }

  /**
   * What the result of a query can be written in, the preferred first. The CSV and TSV formats of
   * SPARQL have no booleans.
   */
  static List<? extends Format> of(Query query) {
    if (!query.isSelectType() && !query.isAskType()) {
      return graphs();
    }
    Stream<Format> tables =
        query.isAskType()
            ? Stream.of()
            : Stream.of(results(ResultFormat.CSV), results(ResultFormat.TSV));
    return Stream.of(
            Stream.of(results(ResultFormat.JSON), results(ResultFormat.XML)),
            tables,
            Stream.of(
                new OfResults("application/json", ResultFormat.JSON),
                new OfResults("application/xml", ResultFormat.XML)))
        .flatMap(offers -> offers)
        .toList();
  }

  /**
   * The one the client likes best (RFC 9110, section 12.5.1). A browser asks for XML and shows JSON
   * better.
   *
   * @throws NotAcceptable when it accepts none
   * @throws org.parley.rdf.MalformedAccept when its {@code Accept} is none
   */
  static <F extends Format> F best(HttpServletRequest request, List<F> offered) {
    String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
    boolean browser = accept.contains("text/html");
    return Accept.parse(accept)
        .best(
            offered.stream()
                .filter(f -> !browser || !f.mediaType().equals("application/xml"))
                .toList(),
            Format::mediaType)
        .orElseThrow(
            () ->
                new NotAcceptable(
                    "No result can be given as " + accept,
                    offered.stream().map(Format::mediaType).toList()));
  }

  /** The value of the {@code Content-Type} header. */
  default String contentType() {
    return mediaType().startsWith("text/") ? mediaType() + ";charset=utf-8" : mediaType();
  }

  /** Runs a query and writes its result. */
  default void write(QueryExec execution, OutputStream out) {
    Query query = execution.getQuery();
    switch (this) {
      case OfResults results when query.isAskType() ->
          ResultFormat.write(results.syntax(), execution.ask(), out);
      case OfResults results -> ResultFormat.write(results.syntax(), execution.select(), out);
      case OfGraphs graphs ->
          graphs.write(
              (query.isConstructType() ? execution.construct() : execution.describe())
                  .find()
                  .mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple)),
              prefixes(query),
              out);
    }
  }

  private static Map<String, String> prefixes(Query query) {
    Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.ALL);
    prefixes.putAll(query.getPrefixMapping().getNsPrefixMap());
    return prefixes;
  }
}
