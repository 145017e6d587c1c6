package org.parley.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation of OpenAPI as the mapping of a controller's method tells it. */
final class MappedOperation {
  private MappedOperation() {}

  /** Describes a mapping as the GET operation of a path. */
  static void describe(RequestMappingInfo mapping, HandlerMethod method, ObjectNode path) {
    String controller = method.getBeanType().getSimpleName().replace("Controller", "");
    String tag = controller.toLowerCase(Locale.ROOT);
    String action = method.getMethod().getName();
    String id = tag + action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    String summary = mapping.getName() == null ? tag + ": " + action : mapping.getName();
    ObjectNode operation = OpenApi.operation(path, id, tag, summary);
    ArrayNode parameters = operation.putArray("parameters");
    for (MethodParameter parameter : method.getMethodParameters()) {
      describe(parameter, parameters);
    }
    Class<?> body =
        ResolvableType.forMethodParameter(method.getReturnType()).getGeneric(0).resolve();
    if (body == Void.class) {
      operation
          .withObjectProperty("responses")
          .withObjectProperty("303")
          .put("description", "See the location.");
    } else {
      OpenApi.refer(parameters.addObject(), "parameters", "revision");
      ObjectNode content = OpenApi.answered(operation).putObject("content");
      var produced = mapping.getProducesCondition().getProducibleMediaTypes();
      produced.forEach(mediaType -> content.putObject(mediaType.toString()));
      if (produced.isEmpty()) {
        content.putObject("*/*");
      }
    }
    OpenApi.errors(operation);
  }

  private static void describe(MethodParameter parameter, ArrayNode parameters) {
    PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
    RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
    if (inPath == null && inQuery == null) {
      return;
    }
    String given = inPath == null ? Objects.requireNonNull(inQuery).name() : inPath.name();
    ObjectNode described = parameters.addObject();
    described.put("name", given.isEmpty() ? parameter.getParameter().getName() : given);
    described.put("in", inPath == null ? "query" : "path");
    ObjectNode schema = described.putObject("schema");
    Class<?> type = parameter.getParameterType();
    boolean whole = List.of(int.class, Integer.class, long.class, Long.class).contains(type);
    boolean truth = List.of(boolean.class, Boolean.class).contains(type);
    schema.put("type", whole ? "integer" : truth ? "boolean" : "string");
    if (inQuery == null) {
      described.put("required", true);
    } else if (inQuery.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
      described.put("required", inQuery.required());
    } else {
      schema.put("default", inQuery.defaultValue());
    }
  }
}
