package org.parley.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.parley.queries.AnswerFormat;
import org.parley.rdf.Accept;
import org.parley.rdf.ResultFormat;

/** Which formats a protocol request can choose from, and what it chooses. */
final class Format {

  private static final AnswerFormat JSON = new AnswerFormat("application/json", ResultFormat.JSON);
  private static final AnswerFormat XML = new AnswerFormat("application/xml", ResultFormat.XML);

  private Format() {}

  /**
   * What the result of a query can be written in, the preferred first. The CSV and TSV formats of
   * SPARQL have no booleans, and plain JSON is the results format here, as clients expect.
   */
  static List<AnswerFormat> of(Query query) {
    List<AnswerFormat> formats = AnswerFormat.of(query.queryType());
    if (!query.isSelectType() && !query.isAskType()) {
      return formats;
    }
    return Stream.concat(
            formats.stream().filter(format -> offered(query, format)), Stream.of(JSON, XML))
        .toList();
  }

  private static boolean offered(Query query, AnswerFormat format) {
    return format.syntax() != ResultFormat.ROWS
        && (query.isSelectType()
            || (format.syntax() != ResultFormat.CSV && format.syntax() != ResultFormat.TSV));
  }

  /**
   * The one the client likes best (RFC 9110, section 12.5.1). A browser asks for XML and shows JSON
   * better.
   *
   * @throws Refused when it accepts none
   * @throws org.parley.rdf.MalformedAccept when its {@code Accept} is none
   */
  static <F> F best(HttpServletRequest request, List<F> offered, Function<F, String> mediaType) {
    String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
    boolean browser = accept.contains("text/html");
    return Accept.parse(accept)
        .best(offered.stream().filter(f -> !browser || !f.equals(XML)).toList(), mediaType)
        .orElseThrow(() -> Refused.notAcceptable(accept, offered.stream().map(mediaType).toList()));
  }
}
