package org.parley.events;

import static org.parley.events.Terms.PREF_LABEL;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/**
 * What events share: days, matters, and propositions that many rows are about. Each is described
 * once, unless the data set describes it already.
 */
final class Register {

  private static final Node DATE = Terms.of("Date");
  private static final Node ISSUE = Terms.of("Issue");
  private static final Node EDTF = Terms.of("edtf");
  private static final Node PRECISION = Terms.of("precision");
  private static final String EDTF_TYPE = "http://id.loc.gov/datatypes/edtf/EDTF";

  /** A day in words, and what stands around one from which on something is so. */
  private record Wording(String language, DateTimeFormatter day, String orLater) {
    static Wording of(String language, String orLater) {
      return new Wording(
          language, DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(language)), orLater);
    }
  }

  private static final List<Wording> WORDINGS =
      List.of(
          Wording.of("en", " or later"),
          Wording.of("uk", " або пізніше"),
          Wording.of("ru", " или позже"),
          Wording.of("tr", " veya sonrası"));

  private static final Map<String, String[]> MATTERS = new HashMap<>();

  static {
    Resource.rows("matters.tsv").forEach(row -> MATTERS.put(row[0], row));
  }

  private final DatasetGraph data;
  private final Set<Node> known = new HashSet<>();

  /** That of a data set, which is asked within readings. */
  Register(DatasetGraph data) {
    this.data = data;
  }

  /** Whether something has yet to be described; it is taken for described from now on. */
  boolean lacks(Node thing) {
    return known.add(thing) && !data.contains(Node.ANY, thing, RDF.Nodes.type, Node.ANY);
  }

  /** A day. */
  Node day(LocalDate day, Chunk chunk) {
    Node date = Terms.thing("date", day.toString());
    if (lacks(date)) {
      describe(date, day, "", chunk);
      chunk.register(date, EDTF, typed(day.toString(), EDTF_TYPE));
      chunk.register(date, Terms.of("latest"), date(day));
      chunk.register(date, PRECISION, Terms.text("day"));
      chunk.register(date, Terms.of("dayNumber"), Terms.integer(day.toEpochDay()));
    }
    return date;
  }

  /** A day or any later one. */
  Node from(LocalDate day, Chunk chunk) {
    Node date = Terms.thing("date", "from-" + day);
    if (lacks(date)) {
      describe(date, day, "later", chunk);
      chunk.register(date, EDTF, typed(day + "/..", EDTF_TYPE));
      chunk.register(date, PRECISION, Terms.text("open"));
    }
    return date;
  }

  private static void describe(Node date, LocalDate day, String later, Chunk chunk) {
    chunk.register(date, DATE);
    chunk.register(date, Terms.of("earliest"), date(day));
    for (Wording wording : WORDINGS) {
      String label = wording.day.format(day) + (later.isEmpty() ? "" : wording.orLater);
      chunk.register(date, PREF_LABEL, Terms.text(label, wording.language));
    }
  }

  /** The issue that a matter is. */
  Node matter(String slug, Chunk chunk) {
    Node issue = Terms.thing("issue", slug);
    if (lacks(issue)) {
      String[] names = Objects.requireNonNull(MATTERS.get(slug), slug);
      chunk.register(issue, ISSUE);
      for (int i = 0; i < WORDINGS.size(); i++) {
        chunk.register(issue, PREF_LABEL, Terms.text(names[i + 1], WORDINGS.get(i).language));
      }
    }
    return issue;
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static Node typed(String value, String datatype) {
    return NodeFactory.createLiteralDT(value, NodeFactory.getType(datatype));
  }
}
