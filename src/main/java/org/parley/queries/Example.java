package org.parley.queries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments that show a query at work.
 *
 * @param name distinguishes the examples of one query; empty for its default one
 * @param arguments value by parameter name, in the order of the file
 */
public record Example(String name, Map<String, String> arguments) {

  public Example {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** The arguments in the form that {@link CatalogueQuery#bind} takes. */
  public Map<String, List<String>> given() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    arguments.forEach((parameter, value) -> given.put(parameter, List.of(value)));
    return given;
  }
}
