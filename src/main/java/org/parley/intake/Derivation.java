package org.parley.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.shapes.RuleQuery;
import org.parley.vocab.Vocab;

/**
 * The facts that follow from a data set by the rules, all of them or only those that a change bears
 * on.
 */
record Derivation(Sources sources) {

  static final Node FACTS = Vocab.graph("facts");

  /** What a change bears on: propositions, and the pairs of subject and object they are about. */
  record Affected(Set<Node> propositions, Set<Pair> pairs) {

    void add(Affected other) {
      propositions.addAll(other.propositions);
      pairs.addAll(other.pairs);
    }
  }

  record Pair(Node subject, Node object) {}

  /** All that follow. */
  Graph all(DatasetGraph data) {
    Graph facts = GraphFactory.createDefaultGraph();
    for (SourceFile rule : sources.ruleFiles()) {
      construct(data, RuleQuery.read(rule.path(), QueryType.CONSTRUCT), facts);
    }
    return facts;
  }

  /** Those that follow from some propositions. */
  Graph of(DatasetGraph data, Set<Node> propositions) {
    return constructed(data, propositions, Set.of(), GraphFactory.createDefaultGraph());
  }

  /** The propositions whose standing rests on what is said of these nodes. */
  static Affected affected(DatasetGraph data, Collection<Node> changed) {
    Affected affected = new Affected(new HashSet<>(), new HashSet<>());
    Query query = Given.about(Given.query("affected.rq"), "changed", changed);
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                affected.propositions.add(row.get("proposition"));
                affected.pairs.add(new Pair(row.get("subject"), row.get("object")));
              });
    }
    return affected;
  }

  /**
   * The facts after a change, from those before it.
   *
   * @param data the data set after the change
   * @param changed the nodes of which something else is said than before
   * @param pairs what the affected propositions are about, before the change and after it
   */
  Graph again(Graph before, DatasetGraph data, Collection<Node> changed, Set<Pair> pairs) {
    Graph facts = Rests.copy(before);
    Set<Node> propositions = new HashSet<>();
    for (Pair pair : pairs) {
      List<Node> same = about(data, pair);
      propositions.addAll(same);
      facts.find(pair.subject, Node.ANY, pair.object).toList().stream()
          .filter(triple -> !triple.getPredicate().equals(RDF.Nodes.type))
          .forEach(facts::delete);
    }
    for (Node node : changed) {
      facts.remove(node, RDF.Nodes.type, Node.ANY);
    }
    return constructed(data, propositions, changed, facts);
  }

  private Graph constructed(
      DatasetGraph data, Set<Node> propositions, Collection<Node> things, Graph facts) {
    for (SourceFile rule : sources.ruleFiles()) {
      Query query = RuleQuery.read(rule.path(), QueryType.CONSTRUCT);
      Given.about(query, "proposition", propositions);
      construct(data, Given.about(query, "thing", things), facts);
    }
    return facts;
  }

  private static List<Node> about(DatasetGraph data, Pair pair) {
    return Iter.iter(data.find(Node.ANY, Node.ANY, Vocab.term("object"), pair.object))
        .map(Quad::getSubject)
        .filter(node -> data.contains(Node.ANY, node, Vocab.term("subject"), pair.subject))
        .toList();
  }

  private static void construct(DatasetGraph data, Query query, Graph facts) {
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      execution.construct(facts);
    }
  }
}
