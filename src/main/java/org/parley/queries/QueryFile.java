package org.parley.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a query file:
 *
 * <pre>
 * # title: Meetings, oldest first
 * # description: What it answers, in a sentence or two. Continues on lines
 * #   that are indented by three blanks or more.
 * # param actor: iri optional - only meetings this actor took part in
 * # param day: date = 2025-11-12 - up to this day
 * # param last: integer required - how many
 * # example: actor=actor/russia
 * # example ukraine: actor=actor/ukraine day=2025-07-01
 * </pre>
 *
 * The arguments of an example are separated by blanks or {@code &}. No parameter may have one of
 * the {@linkplain CatalogueQuery#RESERVED names that every query has}.
 */
final class QueryFile {
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)\\s+(?:(optional|required)|=\\s*(.+?))\\s+-\\s+(.+)");
  private static final Pattern ARGUMENTS = Pattern.compile("\\s*&\\s*|\\s+(?=\\w+=)");
  private static final Pattern ARGUMENT = Pattern.compile("(\\w+)=(.+)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private final String file;
  private final String text;

  private QueryFile(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static CatalogueQuery read(String file, String text) {
    return new QueryFile(file, text).query();
  }

  private CatalogueQuery query() {
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.rq$", "");
    if (!NAME.matcher(name).matches()) {
      throw bad(1, "A query's name has small letters, digits and single hyphens only.");
    }
    List<HeaderLine> header = HeaderLine.read(file, text);
    Query query;
    try {
      query = MalformedQuery.parse(text);
    } catch (MalformedQuery e) {
      throw bad(Math.max(1, e.line()), Objects.requireNonNull(e.getMessage()));
    }
    CatalogueQuery read =
        new CatalogueQuery(
            name,
            only(header, "title"),
            only(header, "description"),
            query.queryType(),
            HeaderLine.of(header, "param").stream().map(this::parameter).toList(),
            examples(HeaderLine.of(header, "example")),
            text);
    unique(HeaderLine.of(header, "param"));
    unique(HeaderLine.of(header, "example"));
    checkExamples(read, HeaderLine.of(header, "example"));
    return read;
  }

  private String only(List<HeaderLine> header, String key) {
    List<HeaderLine> found = HeaderLine.of(header, key);
    if (found.size() != 1 || found.get(0).value().isEmpty()) {
      throw bad(
          found.isEmpty() ? 1 : found.get(found.size() - 1).line(),
          "The header must have one line '# " + key + ": …'.");
    }
    return found.get(0).value();
  }

  private Parameter parameter(HeaderLine entry) {
    Matcher matcher = PARAMETER.matcher(entry.value());
    if (entry.name().isEmpty() || !matcher.matches()) {
      throw bad(
          entry.line(),
          "A parameter is written '# param NAME: TYPE optional - what it does', with 'required' or"
              + " '= DEFAULT' in the place of 'optional'.");
    }
    if (CatalogueQuery.RESERVED.contains(entry.name())) {
      throw bad(
          entry.line(),
          "Every query has a parameter '" + entry.name() + "' already, which pages or pins it.");
    }
    ParameterType type =
        ParameterType.named(matcher.group(1))
            .orElseThrow(
                () ->
                    bad(
                        entry.line(),
                        "'"
                            + matcher.group(1)
                            + "' is no type; there are: "
                            + ParameterType.names()));
    @Nullable String preset = matcher.group(3);
    if (preset != null && type.read(preset).isEmpty()) {
      throw bad(entry.line(), "The default '" + preset + "' must be " + type.expected() + ".");
    }
    if (!Pattern.compile("[?$]" + entry.name() + "\\b").matcher(text).find()) {
      throw bad(entry.line(), "The query has no variable ?" + entry.name() + ".");
    }
    return new Parameter(
        entry.name(), type, "required".equals(matcher.group(2)), preset, matcher.group(4));
  }

  private Example example(HeaderLine entry) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument :
        entry.value().isEmpty() ? new String[0] : ARGUMENTS.split(entry.value())) {
      Matcher matcher = ARGUMENT.matcher(argument);
      if (!matcher.matches() || arguments.put(matcher.group(1), matcher.group(2)) != null) {
        throw bad(entry.line(), "An example is written 'a=1 b=2', each parameter once.");
      }
    }
    return new Example(entry.name(), arguments);
  }

  /** A query without a default example is shown by asking it without arguments. */
  private List<Example> examples(List<HeaderLine> entries) {
    List<Example> examples = new ArrayList<>(entries.stream().map(this::example).toList());
    if (examples.stream().noneMatch(example -> example.name().isEmpty())) {
      examples.add(0, new Example("", Map.of()));
    }
    return examples;
  }

  private void checkExamples(CatalogueQuery query, List<HeaderLine> entries) {
    for (Example example : query.examples()) {
      try {
        var unused = query.bind(example.given());
      } catch (BadParameter e) {
        throw bad(line(example, entries), Objects.requireNonNull(e.getMessage()));
      }
    }
  }

  private static int line(Example example, List<HeaderLine> entries) {
    return entries.stream()
        .filter(entry -> entry.name().equals(example.name()))
        .findFirst()
        .map(HeaderLine::line)
        .orElse(1);
  }

  private void unique(List<HeaderLine> entries) {
    entries.stream()
        .collect(Collectors.groupingBy(HeaderLine::name))
        .forEach(
            (name, same) -> {
              if (same.size() > 1) {
                HeaderLine second = same.get(1);
                throw bad(second.line(), "Another " + second.key() + " has this name already.");
              }
            });
  }

  private BadQueryFile bad(int line, String why) {
    return new BadQueryFile(file, line, why);
  }
}
