package org.parley.intake.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/** The dates of the register, by their EDTF values, and the meetings that took place then. */
final class Calendar {

  private final SortedMap<String, String> nodes = new TreeMap<>();
  private final SortedMap<String, Set<String>> meetings = new TreeMap<>();

  Calendar(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(query()).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                String edtf = row.get("edtf").getLiteralLexicalForm();
                nodes.put(edtf, row.get("date").getURI());
                Node meeting = row.get("meeting");
                if (meeting != null) {
                  meetings
                      .computeIfAbsent(edtf, day -> new LinkedHashSet<>())
                      .add(meeting.getURI());
                }
              });
    }
  }

  /** Whether the register has a node for this value. */
  boolean has(String edtf) {
    return nodes.containsKey(edtf);
  }

  /** The values of the register that a date may have: without a year, those of every year. */
  Set<String> known(PrintedDate date) {
    String of = date.year() == null ? date.edtf().substring("XXXX".length()) : date.edtf();
    return nodes.keySet().stream()
        .filter(
            edtf ->
                date.year() == null
                    ? edtf.length() == 4 + of.length() && edtf.endsWith(of)
                    : edtf.equals(of))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The meetings of the day, where no other day of the register can be meant. */
  Set<String> meetings(PrintedDate date) {
    Set<String> known = known(date);
    return known.size() == 1 ? meetings.getOrDefault(known.iterator().next(), Set.of()) : Set.of();
  }

  /** The node of a day, a month, or of a day and every later one ({@code 2031-05-04/..}). */
  static String node(String edtf) {
    boolean open = edtf.endsWith("/..");
    String from = edtf.replace("/..", "");
    boolean month = from.length() == 7;
    LocalDate first = month ? YearMonth.parse(from).atDay(1) : LocalDate.parse(from);
    LocalDate last = month ? YearMonth.parse(from).atEndOfMonth() : first;
    String pattern = month ? "LLLL uuuu" : "d MMMM uuuu";
    StringBuilder labels = new StringBuilder();
    for (var language : PrintedDate.LANGUAGES) {
      String label = DateTimeFormatter.ofPattern(pattern, language).format(first);
      labels.append(labels.isEmpty() ? "" : " , ");
      labels.append(
          "\"%s\"@%s".formatted(open ? later(label, language.toString()) : label, language));
    }
    return """
    %s a parley:Date ;
        skos:prefLabel %s ;
        parley:edtf "%s"^^edtf:EDTF ;
        parley:earliest "%s"^^xsd:date ;
    %s    parley:precision "%s"%s .
    """
        .formatted(
            name(edtf),
            labels,
            edtf,
            first,
            open ? "" : "    parley:latest \"%s\"^^xsd:date ;%n".formatted(last),
            open ? "open" : month ? "month" : "day",
            open || month ? "" : " ;%n    parley:dayNumber %d".formatted(first.toEpochDay()));
  }

  /** What the node is called. */
  static String name(String edtf) {
    return "date:" + (edtf.endsWith("/..") ? "from-" + edtf.replace("/..", "") : edtf);
  }

  private static String later(String label, String language) {
    return label
        + switch (language) {
          case "uk" -> " або пізніше";
          case "ru" -> " или позже";
          case "tr" -> " veya sonrası";
          default -> " or later";
        };
  }

  private static String query() {
    try (InputStream in = Calendar.class.getResourceAsStream("dates.rq")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
