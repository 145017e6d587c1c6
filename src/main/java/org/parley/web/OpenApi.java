package org.parley.web;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryType;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.Example;
import org.parley.queries.Parameter;
import org.parley.queries.ParameterType;
import org.parley.rdf.ResultFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The surface as OpenAPI 3.1 describes it: an operation for each query, made of its header, one for
 * each mapping of a controller, and those of the SPARQL endpoint, which the file beside this class
 * has with all that operations share.
 */
@Component
final class OpenApi {
  private static final Pattern REGEX = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");
  private static final List<String> ERRORS = List.of("304", "400", "404", "406", "410", "503");

  private final Catalogue catalogue;
  private final RequestMappingHandlerMapping mappings;
  private final JsonMapper json;

  OpenApi(
      Catalogue catalogue,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      JsonMapper json) {
    this.catalogue = catalogue;
    this.mappings = mappings;
    this.json = json;
  }

  /** The document. */
  ObjectNode document() {
    InputStream beside = OpenApi.class.getResourceAsStream("openapi.json");
    ObjectNode document = (ObjectNode) json.readTree(Objects.requireNonNull(beside));
    ObjectNode paths = document.withObjectProperty("paths");
    paths.forEach(path -> path.forEach(operation -> errors((ObjectNode) operation)));
    catalogue
        .queries()
        .forEach(query -> describe(query, paths.putObject("/queries/" + query.name())));
    mappings.getHandlerMethods().entrySet().stream()
        .filter(mapping -> gets(mapping.getKey()))
        .forEach(
            mapping ->
                mapping.getKey().getPatternValues().stream()
                    .map(pattern -> REGEX.matcher(pattern).replaceAll("{$1}"))
                    .filter(path -> paths.path(path).isMissingNode())
                    .forEach(
                        path ->
                            MappedOperation.describe(
                                mapping.getKey(), mapping.getValue(), paths.putObject(path))));
    return document;
  }

  /** Whether it is for clients; what takes any method is for the container's own errors. */
  static boolean gets(RequestMappingInfo mapping) {
    return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }

  private void describe(CatalogueQuery query, ObjectNode path) {
    ObjectNode operation = operation(path, query.name(), "catalogue", query.title());
    operation.put("description", query.description());
    operation
        .putObject("externalDocs")
        .put("description", "The query")
        .put("url", Asked.href(query, ".rq", Map.of()));
    ArrayNode parameters = operation.putArray("parameters");
    query.parameters().forEach(parameter -> describe(query, parameter, parameters.addObject()));
    CatalogueQuery.RESERVED.forEach(name -> refer(parameters.addObject(), "parameters", name));
    ObjectNode content = answered(operation).putObject("content");
    AnswerFormat.of(query.type())
        .forEach(
            format -> {
              ObjectNode schema = content.putObject(format.mediaType()).putObject("schema");
              if (format.syntax() == ResultFormat.ROWS) {
                rows(query, schema);
              }
            });
    content.putObject(Representation.HTML).putObject("schema").put("type", "string");
    errors(operation);
  }

  private static void describe(CatalogueQuery query, Parameter parameter, ObjectNode described) {
    described.put("name", parameter.name()).put("in", "query");
    described.put("required", parameter.required());
    described.put(
        "description", parameter.description() + ": " + parameter.type().expected() + ".");
    ObjectNode schema = described.putObject("schema");
    schema.put("type", type(parameter.type()));
    if (parameter.type() == ParameterType.DATE) {
      schema.put("format", "date");
    }
    if (parameter.defaultValue() != null) {
      schema.put("default", parameter.defaultValue());
    }
    for (Example example : query.examples()) {
      String value = example.arguments().get(parameter.name());
      if (value != null) {
        String name = example.name().isEmpty() ? "default" : example.name();
        described.withObjectProperty("examples").putObject(name).put("value", value);
      }
    }
  }

  private static String type(ParameterType type) {
    return switch (type) {
      case INTEGER -> "integer";
      case BOOLEAN -> "boolean";
      case IRI, STRING, DATE -> "string";
    };
  }

  /** What {@code PlainRows} writes: an array of objects, a member for each variable. */
  private static void rows(CatalogueQuery query, ObjectNode schema) {
    ObjectNode row = schema.put("type", "array").putObject("items").put("type", "object");
    ObjectNode columns = row.putObject("properties");
    if (query.type() == QueryType.ASK) {
      columns.putObject("boolean").put("type", "boolean");
      return;
    }
    for (String variable : QueryFactory.create(query.text()).getResultVars()) {
      ArrayNode types = columns.putObject(variable).putArray("type");
      types.add("string").add("number").add("boolean").add("null");
    }
  }

  static ObjectNode operation(ObjectNode path, String id, String tag, String summary) {
    ObjectNode operation = path.putObject("get").put("operationId", id);
    operation.putArray("tags").add(tag);
    return operation.put("summary", summary);
  }

  /** The answer when all goes well. */
  static ObjectNode answered(ObjectNode operation) {
    ObjectNode answer =
        operation
            .withObjectProperty("responses")
            .withObjectProperty("200")
            .put("description", "The answer.");
    for (String header : List.of("ETag", "Link", "Parley-Revision", "Parley-Complete")) {
      refer(answer.withObjectProperty("headers").putObject(header), "headers", header);
    }
    return answer;
  }

  /** All the others. */
  static void errors(ObjectNode operation) {
    ObjectNode responses = operation.withObjectProperty("responses");
    ERRORS.forEach(status -> refer(responses.putObject(status), "responses", status));
  }

  static void refer(ObjectNode from, String components, String name) {
    from.put("$ref", "#/components/" + components + "/" + name);
  }
}
