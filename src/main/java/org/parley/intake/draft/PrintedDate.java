package org.parley.intake.draft;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date as a text prints it, in one of the languages of the register.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, exclusive
 * @param year null when none is printed
 * @param day null when only the month is printed
 */
record PrintedDate(int start, int end, @Nullable Integer year, int month, @Nullable Integer day) {

  /** The languages of the register. */
  static final List<Locale> LANGUAGES =
      Stream.of("en", "uk", "ru", "tr").map(Locale::forLanguageTag).toList();

  private static final Map<String, Integer> MONTHS = months();

  private static final Pattern PATTERN = pattern();

  /** Every date of a text, in order. What no calendar has, such as a 31 June, is none. */
  static List<PrintedDate> in(String text) {
    List<PrintedDate> dates = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(text);
    while (matcher.find()) {
      PrintedDate date =
          new PrintedDate(
              matcher.start(),
              matcher.end(),
              number(matcher, "year", 4),
              month(matcher),
              number(matcher, "day", 4));
      if (date.exists()) {
        dates.add(date);
      }
    }
    return dates;
  }

  /** As EDTF writes it: {@code 2031-05-04}, {@code 2031-05}, or {@code XXXX-05-04} of any year. */
  String edtf() {
    return (year == null ? "XXXX" : "%04d".formatted(year))
        + "-%02d".formatted(month)
        + (day == null ? "" : "-%02d".formatted(day));
  }

  /** The day it is, or null when year or day are not printed. */
  @Nullable LocalDate date() {
    return year == null || day == null ? null : LocalDate.of(year, month, day);
  }

  /** The names of the days and months, which begin with a capital in some languages. */
  static boolean isCalendarWord(String word) {
    return MONTHS.containsKey(word)
        || Stream.of(new DateFormatSymbols(Locale.ENGLISH), new DateFormatSymbols(LANGUAGES.get(3)))
            .flatMap(symbols -> Stream.of(symbols.getWeekdays()))
            .anyMatch(word::equals);
  }

  private boolean exists() {
    try {
      return month > 0
          && (day == null || YearMonth.of(year == null ? 2000 : year, month).isValidDay(day));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int month(Matcher matcher) {
    for (int i = 1; i <= 3; i++) {
      String name = matcher.group("name" + i);
      if (name != null) {
        return MONTHS.getOrDefault(name, 0);
      }
    }
    Integer number = number(matcher, "month", 4);
    return number == null || number > 12 ? 0 : number;
  }

  private static @Nullable Integer number(Matcher matcher, String group, int ways) {
    for (int i = 0; i <= ways; i++) {
      if (matcher.namedGroups().containsKey(group + i) && matcher.group(group + i) != null) {
        return Integer.valueOf(matcher.group(group + i));
      }
    }
    return null;
  }

  private static Pattern pattern() {
    String name =
        MONTHS.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<name%d>", ")\\.?(?!\\p{L})"));
    String year = "(?:,?\\h+(?<year%d>\\d{4})(?!\\d))";
    String day = "(?<!\\d)(?<day%d>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?";
    return Pattern.compile(
        String.join(
            "|",
            day.formatted(1) + "\\.?\\h+(?:of\\h+)?" + name.formatted(1) + year.formatted(1) + "?",
            name.formatted(2) + "\\h+" + day.formatted(2) + year.formatted(2) + "?",
            name.formatted(3) + year.formatted(3),
            "(?<!\\d)(?<year4>\\d{4})-(?<month4>\\d{2})-(?<day4>\\d{2})(?!\\d)",
            "(?<!\\d)(?<day0>\\d{1,2})\\.(?<month0>\\d{1,2})\\.(?<year0>\\d{4})(?!\\d)"));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Month month : Month.values()) {
      months.put(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), month.getValue());
      for (Locale language : LANGUAGES) {
        months.put(month.getDisplayName(TextStyle.FULL, language), month.getValue());
        months.put(month.getDisplayName(TextStyle.FULL_STANDALONE, language), month.getValue());
      }
    }
    return months;
  }
}
