package org.parley.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.ResultFormat;

/** Formats by the names a command line uses for them, which are the file endings. */
final class Formats {

  private Formats() {}

  /**
   * The RDF format of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists them
   */
  static RdfFormat rdf(String name) {
    return RdfFormat.ofExtension(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No RDF format is called '%s'. There are: %s."
                        .formatted(
                            name,
                            Arrays.stream(RdfFormat.values())
                                .map(RdfFormat::extension)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The format for rows of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists them
   */
  static ResultFormat result(String name) {
    return ResultFormat.ofExtension(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No format for rows is called '%s'. There are: %s."
                        .formatted(
                            name,
                            Arrays.stream(ResultFormat.values())
                                .map(ResultFormat::extension)
                                .collect(Collectors.joining(", ")))));
  }
}
