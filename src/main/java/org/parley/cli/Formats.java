package org.parley.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.rdf.Syntax;

/** Formats by the names a command line uses for them, which are the file endings. */
final class Formats {

  private Formats() {}

  /**
   * The format of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists them
   */
  static <S extends Syntax> S named(String name, List<S> offered) {
    return offered.stream()
        .filter(syntax -> syntax.extension().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No format for this is called '%s'. There are: %s."
                        .formatted(
                            name,
                            offered.stream()
                                .map(Syntax::extension)
                                .collect(Collectors.joining(", ")))));
  }
}
