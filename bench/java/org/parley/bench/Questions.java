package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.parley.intake.Sources;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.Example;
import org.parley.queries.Parameter;

/**
 * Writes every query of the catalogue with the arguments of each of its examples, as the text that
 * any SPARQL endpoint takes: {@code NAME.rq}, or {@code NAME.EXAMPLE.rq}; and {@code list.tsv},
 * whose lines have that name, where Parley answers it over REST, and the media type to ask for.
 */
public final class Questions {

  private static final List<String> PARTY = List.of("actor", "of", "holder");

  private Questions() {}

  /**
   * @param arguments the folder to write to
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> list = new ArrayList<>();
    for (CatalogueQuery query : Catalogue.read(Sources.find(null).queries()).queries()) {
      for (Example example : asked(query)) {
        String name = query.name() + (example.name().isEmpty() ? "" : "." + example.name());
        String text = query.bind(example.given()).toString();
        Files.writeString(folder.resolve(name + ".rq"), text);
        StringJoiner path = new StringJoiner("&", "?", "").setEmptyValue("");
        example.arguments().forEach((parameter, value) -> path.add(parameter + "=" + value));
        String form = query.answersRdf() ? "nt" : "srj";
        list.add(
            String.join(
                "\t",
                name,
                "/queries/%s.%s%s".formatted(query.name(), form, path),
                query.answersRdf() ? "application/n-triples" : "application/sparql-results+json"));
      }
    }
    Files.write(folder.resolve("list.tsv"), list);
  }

  /** Its own examples; and of what has one party, one about a party of the coded events. */
  private static List<Example> asked(CatalogueQuery query) {
    List<Example> asked = new ArrayList<>(query.examples());
    query.parameters().stream()
        .map(Parameter::name)
        .filter(PARTY::contains)
        .findFirst()
        .ifPresent(name -> asked.add(new Example("events", Map.of(name, "actor/sylvania"))));
    return asked;
  }
}
