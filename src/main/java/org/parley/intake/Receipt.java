package org.parley.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of the data set when a document was put in or taken out.
 *
 * @param document the document's IRI
 * @param outcome what became of the document
 * @param dryRun whether nothing was changed and all of this is what would be
 * @param revision the data set's revision after it; before it, if nothing was changed
 * @param digest of the document's version after it, as its ETag has it; null when it is gone
 * @param passagesProven how many passages were held against the text; null when no text was at hand
 * @param graphs how much was added to and removed from each graph, by the last part of its name
 * @param facts what became of facts and other propositions
 * @param gone the IRIs that are described no more, and from now on answer that they were retracted
 */
public record Receipt(
    String document,
    Outcome outcome,
    boolean dryRun,
    long revision,
    @Nullable String digest,
    @Nullable Integer passagesProven,
    Map<String, Count> graphs,
    Facts facts,
    List<String> gone) {

  /** Reads what {@link #json} wrote. */
  static Receipt read(String json) {
    return JsonMapper.shared().readValue(json, Receipt.class);
  }

  /** As JSON. */
  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  static Receipt unchanged(Bundle bundle, boolean dryRun, long revision) {
    return new Receipt(
        bundle.name().getURI(),
        Outcome.UNCHANGED,
        dryRun,
        revision,
        bundle.digest(),
        null,
        Map.of(),
        new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of());
  }

  /** What became of the document. */
  public enum Outcome {
    ADDED,
    CORRECTED,
    UNCHANGED,
    RETRACTED
  }

  /** How many triples were added and removed. */
  public record Count(long added, long removed) {

    /** How many, by the last part of the graph's name, between a data set and what is to be. */
    static Map<String, Count> of(DatasetGraph data, Map<Node, Graph> contents) {
      Map<String, Count> counts = new TreeMap<>();
      contents.forEach(
          (name, graph) -> {
            Graph before = data.getGraph(name);
            long added = graph.find().filterDrop(before::contains).toList().size();
            long removed = before.find().filterDrop(graph::contains).toList().size();
            if (added + removed > 0) {
              counts.put(name.getURI().substring(Vocab.GRAPH.length()), new Count(added, removed));
            }
          });
      return counts;
    }
  }

  /**
   * What became of facts and of the propositions behind them.
   *
   * @param added triples that are now facts; types, which follow from the register, are left out
   * @param withdrawn triples that are facts no more
   * @param corroborated propositions that were asserted before, and now by more documents or
   *     origins
   * @param weakened propositions that fewer documents or origins assert than before
   * @param disputed propositions that are now disputed and were not
   * @param settled propositions that were disputed and are no more
   */
  public record Facts(
      List<Statement> added,
      List<Statement> withdrawn,
      List<Standing> corroborated,
      List<Standing> weakened,
      List<Standing> disputed,
      List<Standing> settled) {}

  /** A triple; the object is an IRI or the text of a value. */
  public record Statement(String subject, String predicate, String object) {

    @Override
    public String toString() {
      return subject + " " + predicate + " " + object;
    }
  }

  /**
   * How a proposition stands.
   *
   * @param proposition its IRI
   * @param documents how many documents assert it or what implies it
   * @param origins how many independent voices do
   * @param documentsBefore how many documents did
   * @param originsBefore how many voices did
   */
  public record Standing(
      String proposition, long documents, long origins, long documentsBefore, long originsBefore) {}

  /** For people: what became of it, line by line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(document).append(": ").append(outcome.name().toLowerCase(Locale.ROOT));
    text.append(dryRun ? " (a dry run: nothing was changed)" : "");
    text.append(", revision ").append(revision).append('\n');
    if (passagesProven != null) {
      text.append("  passages proven: ").append(passagesProven).append('\n');
    }
    graphs.forEach(
        (graph, count) ->
            text.append(
                "  %s: %d triples added, %d removed%n"
                    .formatted(graph, count.added, count.removed)));
    facts.added.forEach(fact -> text.append("  now a fact: ").append(fact).append('\n'));
    facts.withdrawn.forEach(fact -> text.append("  no fact any more: ").append(fact).append('\n'));
    tell(text, "corroborated", facts.corroborated);
    tell(text, "weakened", facts.weakened);
    tell(text, "now disputed", facts.disputed);
    tell(text, "disputed no more", facts.settled);
    gone.forEach(thing -> text.append("  gone: ").append(thing).append('\n'));
    return text.toString();
  }

  private static void tell(StringBuilder text, String what, List<Standing> standings) {
    standings.forEach(
        s ->
            text.append(
                "  %s: %s, %d documents and %d origins (before: %d and %d)%n"
                    .formatted(
                        what,
                        s.proposition,
                        s.documents,
                        s.origins,
                        s.documentsBefore,
                        s.originsBefore)));
  }
}
