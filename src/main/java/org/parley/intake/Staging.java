package org.parley.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.parley.rdf.RdfReader;
import org.parley.rdf.UnreadableRdf;
import org.parley.shapes.Checks;
import org.parley.shapes.Finding;
import org.parley.shapes.RuleQuery;
import org.parley.shapes.Shapes;
import org.parley.vocab.Vocab;

/**
 * What is done with data before it is taken in, where everything that can be wrong comes to light.
 */
final class Staging {

  private Staging() {}

  /**
   * The files of one graph, read together.
   *
   * @throws Rejected when one cannot be read
   */
  static Graph read(List<SourceFile> files) {
    Graph graph = GraphFactory.createDefaultGraph();
    List<Finding> findings = new ArrayList<>();
    for (SourceFile file : files) {
      try {
        GraphUtil.addInto(graph, RdfReader.readGraph(file.path()));
      } catch (UnreadableRdf e) {
        String place =
            e.line() == 0 ? file.name() : file.name() + ":" + e.line() + ":" + e.column();
        findings.add(new Finding("syntax", e.reason() + " Correct it there.", null, place));
      }
    }
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
    return graph;
  }

  /** The facts that follow from a data set by the rules. */
  static Graph facts(Sources sources, DatasetGraph data) {
    Graph facts = GraphFactory.createDefaultGraph();
    for (SourceFile rule : sources.ruleFiles()) {
      try (QueryExec execution =
          QueryExec.dataset(data).query(RuleQuery.read(rule.path(), QueryType.CONSTRUCT)).build()) {
        execution.construct(facts);
      }
    }
    return facts;
  }

  /** What the shapes and the checks find in a data set, facts included. */
  static List<Finding> findings(Sources sources, DatasetGraph data) {
    Graph shapes = data.getGraph(Vocab.graph("shapes"));
    List<Finding> findings = new ArrayList<>(Shapes.validate(shapes, data.getUnionGraph()));
    findings.addAll(Checks.run(sources.checks(), data));
    return findings;
  }
}
