package org.parley.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The tables that stand beside this package. */
final class Resource {

  private Resource() {}

  /** The rows of a table, without its comments. */
  static List<String[]> rows(String name) {
    try (BufferedReader reader = open(name)) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties properties(String name) {
    Properties properties = new Properties();
    try (BufferedReader reader = open(name)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String name) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(Resource.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8));
  }
}
