package org.parley.queries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.Var;

/**
 * One query file: what it says of itself, and the query.
 *
 * @param name the file's name without {@code .rq}
 * @param title a few words
 * @param description what it answers, in a sentence or two
 * @param type SELECT, ASK, CONSTRUCT or DESCRIBE
 * @param parameters in the order of the file
 * @param examples in the order of the file; one is without a name, if only to say that the query
 *     can be asked without arguments
 * @param text the file as it stands, header included
 */
public record CatalogueQuery(
    String name,
    String title,
    String description,
    QueryType type,
    List<Parameter> parameters,
    List<Example> examples,
    String text) {

  /**
   * What may be asked of every query, and is no parameter of its own: which part of the answer, of
   * which revision.
   */
  public static final List<String> RESERVED = List.of("limit", "cursor", "revision");

  public CatalogueQuery {
    parameters = List.copyOf(parameters);
    examples = List.copyOf(examples);
  }

  /**
   * Reads a query file.
   *
   * @param file how to name it in errors; its last segment without {@code .rq} is the query's name
   * @throws BadQueryFile when the header is not of the form described in {@link QueryFile}, or the
   *     query, a default or an example is wrong
   */
  public static CatalogueQuery read(String file, String text) {
    return QueryFile.read(file, text);
  }

  /** Whether the answer is RDF, and not a table or a truth value. */
  public boolean answersRdf() {
    return type == QueryType.CONSTRUCT || type == QueryType.DESCRIBE;
  }

  /**
   * The query with its parameters set.
   *
   * @param arguments the values given for each parameter, as an HTTP query string has them
   * @throws BadParameter when one is unknown, repeated, missing or not of its type
   */
  public Query bind(Map<String, List<String>> arguments) {
    for (String given : arguments.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(given))) {
        throw new BadParameter(
            given, "'" + name + "' has no parameter '" + given + "'. " + known());
      }
    }
    Map<Var, Node> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      value(parameter, arguments.getOrDefault(parameter.name(), List.of()))
          .ifPresent(node -> values.put(Var.alloc(parameter.name()), node));
    }
    return ParameterBinding.bind(MalformedQuery.parse(text), values);
  }

  private Optional<Node> value(Parameter parameter, List<String> given) {
    if (given.size() > 1) {
      throw new BadParameter(
          parameter.name(),
          "Parameter '"
              + parameter.name()
              + "' is given "
              + given.size()
              + " times; give it once.");
    }
    String value = given.isEmpty() ? "" : given.get(0);
    if (!value.isEmpty()) {
      return Optional.of(typed(parameter, value));
    }
    if (parameter.required()) {
      throw new BadParameter(
          parameter.name(),
          "Parameter '" + parameter.name() + "' is missing; it must be " + expected(parameter));
    }
    return Optional.ofNullable(parameter.defaultValue()).map(preset -> typed(parameter, preset));
  }

  private static Node typed(Parameter parameter, String value) {
    return parameter
        .type()
        .read(value)
        .orElseThrow(
            () ->
                new BadParameter(
                    parameter.name(),
                    "Parameter '%s' is '%s'; it must be %s"
                        .formatted(parameter.name(), shortened(value), expected(parameter))));
  }

  private static String expected(Parameter parameter) {
    return parameter.type().expected() + ".";
  }

  private static String shortened(String value) {
    return value.length() > 100 ? value.substring(0, 100) + "…" : value;
  }

  private String known() {
    return parameters.isEmpty()
        ? "It has none."
        : "It has: " + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ".";
  }
}
