package org.parley.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.parley.intake.Receipt.Facts;
import org.parley.intake.Receipt.Standing;
import org.parley.intake.Receipt.Statement;

/** How propositions stand: how many assert them, and whether they are disputed. */
record Standings(Map<String, Row> rows) {

  private static final Row NONE = new Row(0, 0, false);

  record Row(long documents, long origins, boolean disputed) {}

  /** How these propositions stand in a data set. */
  static Standings of(DatasetGraph data, Collection<Node> propositions) {
    Map<String, Row> rows = new HashMap<>();
    Query query = Given.about(Given.query("standing.rq"), "proposition", propositions);
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                if (row.contains("proposition")) { // without any, the counts are of nothing
                  rows.put(row.get("proposition").getURI(), row(row));
                }
              });
    }
    return new Standings(rows);
  }

  private static Row row(Binding row) {
    return new Row(
        number(row.get("documents")),
        number(row.get("origins")),
        row.get("disputed").getLiteralValue().equals(true));
  }

  private static long number(Node count) {
    return ((Number) count.getLiteralValue()).longValue();
  }

  /** What became of facts and propositions between these standings and those after. */
  Facts until(Standings after, Graph factsBefore, Graph factsAfter) {
    List<Standing> corroborated = new ArrayList<>();
    List<Standing> weakened = new ArrayList<>();
    List<Standing> disputed = new ArrayList<>();
    List<Standing> settled = new ArrayList<>();
    Set<String> all = new TreeSet<>(rows.keySet());
    all.addAll(after.rows.keySet());
    for (String proposition : all) {
      Row was = rows.getOrDefault(proposition, NONE);
      Row is = after.rows.getOrDefault(proposition, NONE);
      Standing standing =
          new Standing(proposition, is.documents, is.origins, was.documents, was.origins);
      boolean more = is.documents > was.documents || is.origins > was.origins;
      boolean fewer = is.documents < was.documents || is.origins < was.origins;
      if (more && was.documents > 0) {
        corroborated.add(standing);
      } else if (fewer) {
        weakened.add(standing);
      }
      if (is.disputed && !was.disputed) {
        disputed.add(standing);
      } else if (was.disputed && !is.disputed) {
        settled.add(standing);
      }
    }
    return new Facts(
        statements(factsAfter, factsBefore),
        statements(factsBefore, factsAfter),
        corroborated,
        weakened,
        disputed,
        settled);
  }

  /**
   * The triples of one graph that another lacks; types follow from the register and are no news.
   */
  private static List<Statement> statements(Graph graph, Graph other) {
    return graph
        .find()
        .filterDrop(t -> other.contains(t) || t.getPredicate().equals(RDF.Nodes.type))
        .mapWith(Standings::statement)
        .toList()
        .stream()
        .sorted(Comparator.comparing(Statement::toString))
        .toList();
  }

  private static Statement statement(Triple triple) {
    Node object = triple.getObject();
    return new Statement(
        triple.getSubject().getURI(),
        triple.getPredicate().getURI(),
        object.isURI() ? object.getURI() : object.getLiteralLexicalForm());
  }
}
