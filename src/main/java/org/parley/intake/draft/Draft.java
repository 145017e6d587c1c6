package org.parley.intake.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.parley.intake.DocumentText;
import org.parley.intake.Passage;
import org.parley.search.Gazetteer;
import org.parley.search.Mention;
import org.parley.vocab.Vocab;

/**
 * What can be said of a text without understanding it.
 *
 * @param id the number of the document
 * @param fileName its file
 * @param document its text
 * @param passages its sentences, each with what is mentioned there, by IRI
 * @param dates the dates it prints, in order
 * @param findings what was found and where, in lines for the curator: they quote the text
 */
public record Draft(
    String id,
    String fileName,
    DocumentText document,
    Map<Passage, Set<String>> passages,
    List<PrintedDate> dates,
    List<String> findings) {

  /**
   * Reads a text with the names and dates of a data set at hand, whose default graph is the union
   * of its named graphs.
   */
  public static Draft of(String id, String fileName, DocumentText document, DatasetGraph data) {
    Gazetteer gazetteer = new Gazetteer(data);
    Calendar calendar = new Calendar(data);
    Map<Passage, Set<String>> passages = new LinkedHashMap<>();
    List<PrintedDate> dates = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    for (Passage passage : Passage.sentences(document)) {
      Set<String> meant = new LinkedHashSet<>();
      for (Mention mention : gazetteer.mentions(passage.text())) {
        if (mention.meant().isEmpty()) {
          unknown(mention, passage, unknown, findings);
        } else {
          meant.add(mention.meant().getFirst());
          findings.add(at(passage, mention.start(), mention.text()) + names(mention.meant()));
        }
      }
      for (PrintedDate date : PrintedDate.in(passage.text())) {
        dates.add(date);
        Set<String> meetings = calendar.meetings(date);
        meant.addAll(meetings);
        findings.add(
            at(passage, date.start(), passage.text().substring(date.start(), date.end()))
                + date(date, calendar)
                + (meetings.isEmpty() ? "" : ", and so " + names(meetings)));
      }
      passages.put(passage, meant);
    }
    Collections.sort(findings);
    return new Draft(id, fileName, document, passages, dates, findings);
  }

  /** What was found, for the curator's eyes. */
  @Override
  public String toString() {
    return "%s: %d passages, which mention %d known things; %d dates. By position:%n%s"
        .formatted(
            fileName,
            passages.size(),
            passages.values().stream().flatMap(Set::stream).distinct().count(),
            dates.size(),
            String.join("\n", findings));
  }

  /** An IRI of the data as the draft writes it. */
  static String name(String iri) {
    String name = iri.substring(Vocab.ID.length());
    return name.matches("[a-z]+/[A-Za-z0-9-]+") ? name.replace('/', ':') : "<" + iri + ">";
  }

  private static void unknown(
      Mention mention, Passage passage, Set<String> unknown, List<String> findings) {
    boolean calendarWord = PrintedDate.isCalendarWord(mention.text());
    if (!calendarWord && mention.text().length() > 2 && unknown.add(mention.text())) {
      findings.add(at(passage, mention.start(), mention.text()) + "unknown: is it a name?");
    }
  }

  private static String at(Passage passage, int offset, String text) {
    int position = passage.start() + passage.text().codePointCount(0, offset);
    return "%8d  %-32s ".formatted(position, '"' + text.replaceAll("\\s+", " ") + '"');
  }

  private static String names(Collection<String> meant) {
    String names = meant.stream().map(Draft::name).collect(Collectors.joining(" or "));
    return meant.size() > 1 ? names + ": which? the first is in the draft" : names;
  }

  private static String date(PrintedDate date, Calendar calendar) {
    Set<String> known = calendar.known(date);
    return known.isEmpty()
        ? date.edtf() + ", not in the register"
        : known.stream().map(Calendar::name).collect(Collectors.joining(" or "));
  }
}
