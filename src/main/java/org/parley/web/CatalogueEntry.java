package org.parley.web;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryType;
import org.jspecify.annotations.Nullable;
import org.parley.queries.AnswerFormat;
import org.parley.queries.CatalogueQuery;
import org.springframework.web.util.UriComponentsBuilder;

/** A query as the catalogue lists it in JSON. */
record CatalogueEntry(
    String name,
    String title,
    String description,
    QueryType type,
    String href,
    String text,
    List<Parameter> parameters,
    List<Example> examples,
    List<Format> formats) {

  record Parameter(
      String name,
      String type,
      boolean required,
      @Nullable String defaultValue,
      String description) {}

  record Example(String name, Map<String, String> arguments, String href) {}

  record Format(String mediaType, String extension) {}

  static CatalogueEntry of(CatalogueQuery query) {
    return new CatalogueEntry(
        query.name(),
        query.title(),
        query.description(),
        query.type(),
        path(query),
        path(query) + ".rq",
        query.parameters().stream()
            .map(
                p ->
                    new Parameter(
                        p.name(),
                        p.type().toString(),
                        p.required(),
                        p.defaultValue(),
                        p.description()))
            .toList(),
        query.examples().stream()
            .map(e -> new Example(e.name(), e.arguments(), href(query, e.arguments())))
            .toList(),
        AnswerFormat.of(query.type()).stream()
            .map(format -> new Format(format.mediaType(), format.extension()))
            .toList());
  }

  /** The path at which the query is asked with these arguments. */
  static String href(CatalogueQuery query, Map<String, String> arguments) {
    UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path(query));
    arguments.forEach((name, value) -> builder.queryParam(name, "{" + name + "}"));
    return builder.encode().buildAndExpand(arguments).toUriString();
  }

  private static String path(CatalogueQuery query) {
    return "/queries/" + query.name();
  }
}
