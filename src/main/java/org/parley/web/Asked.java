package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.parley.queries.BadParameter;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.Parameter;
import org.parley.store.Revision;
import org.springframework.web.util.UriUtils;

/**
 * A query of the catalogue as a request asks it.
 *
 * @param arguments the values given for its own parameters, in the order of the query file
 * @param part the values given for {@code limit}, {@code cursor} and {@code revision}
 * @param bound the query with its parameters set
 */
record Asked(
    CatalogueQuery query, Map<String, String> arguments, Map<String, String> part, Query bound) {

  /** The most rows or triples of one page. */
  static final int MOST = 10_000;

  /**
   * Reads a request. An empty value counts as not given.
   *
   * @throws BadParameter when a parameter is unknown, repeated, missing or not of its type
   */
  static Asked of(CatalogueQuery query, HttpServletRequest request) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> given.put(name, Arrays.asList(values)));
    Map<String, String> part = new LinkedHashMap<>();
    for (String name : CatalogueQuery.RESERVED) {
      List<String> values = given.getOrDefault(name, List.of());
      given.remove(name);
      if (values.size() > 1) {
        throw new BadParameter(name, "Parameter '" + name + "' is given once at most.");
      }
      values.stream().filter(value -> !value.isEmpty()).forEach(value -> part.put(name, value));
    }
    Query bound = query.bind(given);
    Map<String, String> arguments = new LinkedHashMap<>();
    query.parameters().stream()
        .map(Parameter::name)
        .forEach(
            name ->
                given.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> arguments.put(name, value)));
    return new Asked(query, arguments, part, bound);
  }

  /**
   * How many rows or triples are wanted at most.
   *
   * @param otherwise when the request does not say
   * @throws BadParameter when it is not from 1 to {@link #MOST}
   */
  int limit(int otherwise) {
    String given = part.get("limit");
    if (given == null) {
      return otherwise;
    }
    if (!given.matches("[1-9]\\d{0,4}") || Integer.parseInt(given) > MOST) {
      throw new BadParameter(
          "limit", "Parameter 'limit' must be a whole number from 1 to %d.".formatted(MOST));
    }
    return Integer.parseInt(given);
  }

  /**
   * How many rows or triples come before those that are wanted; what {@link Cursor#parse} throws.
   */
  int offset(Revision present) {
    return (int) Cursor.parse(part.get("cursor"), list(), present).offset();
  }

  /** Where the same is found in a form, {@code .csv} or none for negotiation. */
  public String href(String form) {
    Map<String, String> all = new LinkedHashMap<>(arguments);
    all.putAll(part);
    return href(query, form, all);
  }

  /** Where the rows or triples after the first {@code offset} are. */
  String next(String form, int offset, int limit, Revision present) {
    Map<String, String> all = new LinkedHashMap<>(arguments);
    all.putAll(part);
    all.put("limit", Integer.toString(limit));
    all.put("cursor", new Cursor(offset).text(list(), present));
    return href(query, form, all);
  }

  /** Where the whole answer of that revision is, now and for as long as it is kept. */
  String permanent(String form, Revision present) {
    Map<String, String> all = new LinkedHashMap<>(arguments);
    all.put("revision", Long.toString(present.number()));
    return href(query, form, all);
  }

  /** Where the query stands in the editor, with its parameters set. */
  public String editor() {
    return href(query, "/editor", arguments);
  }

  /** A text that gives this answer in any SPARQL editor: as the file has it, where it does. */
  String text() {
    boolean free = query.parameters().stream().allMatch(p -> p.defaultValue() == null);
    return arguments.isEmpty() && free
        ? query.text()
        : "# %s%n# %s%n%s".formatted(query.title(), href(query, "", arguments), bound);
  }

  /** The path at which a query is asked with these arguments, in a form as above. */
  public static String href(CatalogueQuery query, String form, Map<String, String> arguments) {
    String path = "/queries/" + query.name() + form;
    return arguments.isEmpty()
        ? path
        : arguments.entrySet().stream()
            .map(argument -> argument.getKey() + "=" + encoded(argument.getValue()))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private String list() {
    return query.name() + arguments;
  }

  private static String encoded(String value) {
    return UriUtils.encode(value, UTF_8).replace("%2F", "/").replace("%3A", ":");
  }
}
