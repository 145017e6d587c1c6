package org.parley.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which column of an event table is what, as a mapping file says. Columns are counted from 1; 0
 * stands for none.
 *
 * @param header how many lines at the beginning are no events
 * @param columns how many a row has
 * @param source who acted
 * @param sourceCountry in which country, by its ISO 3166-1 code of three letters
 * @param action what was done: the label or the code of a category
 * @param target towards whom
 * @param targetCountry in which country
 * @param date when
 * @param pattern how a date is written
 */
public record Layout(
    int header,
    int columns,
    int source,
    int sourceCountry,
    int action,
    int target,
    int targetCountry,
    int date,
    DateTimeFormatter pattern) {

  /**
   * One of those that come along, {@code icews}, {@code gdelt} and {@code polecat}, or that of a
   * file.
   *
   * @throws UnusableTable when there is no such file, or it is no mapping
   */
  public static Layout named(String name) {
    Properties mapping = new Properties();
    try (InputStream own = Layout.class.getResourceAsStream(name + ".properties")) {
      if (own != null && name.matches("[a-z]+")) {
        mapping.load(own);
        return of(mapping);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UnusableTable(
          "There is no mapping '%s'. Name icews, gdelt, polecat, or a file.".formatted(name), null);
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      mapping.load(reader);
      return of(mapping);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableTable(
          "The mapping %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Layout of(Properties mapping) {
    int columns = number(mapping, "columns", "");
    Layout layout =
        new Layout(
            number(mapping, "header", "0"),
            columns,
            column(mapping, "source", columns),
            number(mapping, "source.country", "0"),
            column(mapping, "action", columns),
            column(mapping, "target", columns),
            number(mapping, "target.country", "0"),
            column(mapping, "date", columns),
            DateTimeFormatter.ofPattern(
                    mapping.getProperty("date.pattern", "uuuu-MM-dd"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
    if (Math.max(layout.sourceCountry, layout.targetCountry) > columns) {
      throw new IllegalArgumentException("a country stands in a column that there is not.");
    }
    return layout;
  }

  private static int column(Properties mapping, String key, int columns) {
    int column = number(mapping, key, "");
    if (column < 1 || column > columns) {
      throw new IllegalArgumentException(
          "%s=%d, and the columns are 1 to %d.".formatted(key, column, columns));
    }
    return column;
  }

  private static int number(Properties mapping, String key, String otherwise) {
    String value = mapping.getProperty(key, otherwise).strip();
    if (!value.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("%s=%s is no number.".formatted(key, value));
    }
    return Integer.parseInt(value);
  }

  /** The day of a row; null when it tells none, or one that there is not. */
  @Nullable LocalDate day(String[] fields) {
    try {
      return LocalDate.parse(fields[date - 1], pattern);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a day is still to come, wherever one is. */
  static boolean toCome(LocalDate day) {
    return day.isAfter(LocalDate.now(ZoneOffset.MAX));
  }

  /** A name as the table has it, with the country behind it that another column tells. */
  String name(String[] fields, int name, int country) {
    String plain = fields[name - 1].strip();
    return country == 0 ? plain : States.bracketed(plain, fields[country - 1].strip());
  }
}
