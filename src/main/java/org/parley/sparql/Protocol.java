package org.parley.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.web.HttpNames;
import org.parley.store.Revision;

/** Takes the query out of a request: SPARQL 1.1 Protocol §2.1, and nothing that is not in it. */
final class Protocol {

  /** What Fuseki obeys and this endpoint does not: better told than ignored. */
  private static final List<String> REFUSED =
      List.of("callback", "force-accept", "stylesheet", "timeout");

  private static final List<String> UPDATES =
      List.of("update", "using-graph-uri", "using-named-graph-uri");

  private static final List<String> GRAPHS = List.of("default-graph-uri", "named-graph-uri");

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private Protocol() {}

  /**
   * The text of the query.
   *
   * @throws Refused when there is none, or more than one, or it comes with what is not read here
   */
  static String query(HttpServletRequest request, Limits limits) throws IOException {
    boolean post = request.getMethod().equals("POST");
    String type = post ? type(request, limits) : "";
    Map<String, String[]> parameters = parameters(request, limits);
    check(request, parameters);
    String[] queries = parameters.getOrDefault("query", new String[0]);
    boolean direct = type.equals("application/sparql-query");
    if (queries.length + (direct ? 1 : 0) != 1) {
      throw Refused.malformed(
          queries.length == 0
              ? "There is no query. Send it as the parameter `query`"
              : "There is more than one query. Send them one by one");
    }
    String text = direct ? body(request, limits) : queries[0];
    if (text.length() > limits.queryBytes()) {
      throw Refused.tooLarge(limits);
    }
    return text;
  }

  /** The parameters of a request, whose decoding a container leaves to the first who asks. */
  static Map<String, String[]> parameters(HttpServletRequest request, Limits limits) {
    try {
      request.setCharacterEncoding("UTF-8");
      return request.getParameterMap();
    } catch (IllegalStateException | IOException e) { // Tomcat's, for a long or ill-encoded form
      if (request.getMethod().equals("POST") && request.getContentLengthLong() < 0) {
        throw Refused.tooLarge(limits);
      }
      throw Refused.malformed(
          "The parameters cannot be read (%s). Encode them as RFC 3986 §2.1 says"
              .formatted(e.getMessage()));
    }
  }

  /** Refuses a request that names another revision than the present one. */
  static void check(Map<String, String[]> parameters, Revision present) {
    for (String wanted : parameters.getOrDefault("revision", new String[0])) {
      if (!wanted.equals(Long.toString(present.number()))) {
        throw Refused.revision(wanted, present.number());
      }
    }
  }

  /** Refuses what is not an absolute IRI. */
  static String absolute(String parameter, String value) {
    try {
      if (IRIx.create(value).isAbsolute()) {
        return value;
      }
    } catch (IRIException e) {
      // told below
    }
    throw Refused.malformed(
        "The parameter `%s` is an absolute IRI, and <%s> is none".formatted(parameter, value));
  }

  private static String type(HttpServletRequest request, Limits limits) {
    String header = request.getContentType();
    if (header == null) {
      throw Refused.unsupportedBody("The request does not say what its body is");
    }
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    switch (type) {
      case "application/sparql-query", "application/x-www-form-urlencoded" -> {}
      case "application/sparql-update" -> throw Refused.readOnly();
      default -> throw Refused.unsupportedBody("A body of type %s is not read".formatted(type));
    }
    Matcher charset = CHARSET.matcher(header); // a filter may have set the request's own
    if (charset.find() && !charset.group(1).equalsIgnoreCase("UTF-8")) {
      throw Refused.unsupportedBody("A body in %s is not read".formatted(charset.group(1)));
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refused.unsupportedBody("A body encoded by %s is not read".formatted(encoding));
    }
    // a form may spell each byte as three
    int longest = type.startsWith("application/x") ? 3 * limits.queryBytes() : limits.queryBytes();
    if (request.getContentLengthLong() > longest) {
      throw Refused.tooLarge(limits);
    }
    return type;
  }

  private static void check(HttpServletRequest request, Map<String, String[]> parameters) {
    if (UPDATES.stream().anyMatch(parameters::containsKey)) {
      throw Refused.readOnly();
    }
    for (String name : REFUSED) {
      if (parameters.containsKey(name)) {
        throw Refused.malformed("The parameter `%s` is not offered. Leave it out".formatted(name));
      }
    }
    // SPARQLWrapper sends it beside the Accept header; who relies on it alone is told
    String accept = request.getHeader(HttpNames.hAccept);
    if (parameters.containsKey("output") && (accept == null || accept.equals("*/*"))) {
      throw Refused.malformed(
          "The parameter `output` is not offered. Name the format in the Accept header");
    }
    for (String name : GRAPHS) {
      Arrays.stream(parameters.getOrDefault(name, new String[0]))
          .forEach(value -> absolute(name, value));
    }
  }

  private static String body(HttpServletRequest request, Limits limits) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(limits.queryBytes() + 1);
    if (bytes.length > limits.queryBytes()) {
      throw Refused.tooLarge(limits);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refused.malformed("The body is not UTF-8. Send it in that encoding");
    }
  }
}
