package org.parley.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.parley.rdf.RdfReader;
import org.parley.rdf.UnreadableRdf;
import org.parley.shapes.Checks;
import org.parley.shapes.Finding;
import org.parley.shapes.Shapes;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/**
 * The data set as it would be, in memory, where everything that can be wrong comes to light before
 * the store is touched.
 */
final class Staging implements AutoCloseable {

  private final Store staged = Store.inMemory();
  private final Sources sources;

  Staging(Sources sources, Map<Node, Graph> everything) {
    this.sources = sources;
    staged.replace(everything, Set.of());
  }

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

  /** Asks it something. */
  <T> T ask(Function<DatasetGraph, T> question) {
    return staged.read(() -> question.apply(staged.dataset()));
  }

  /** Puts the facts in that follow from the rest, and gives them back. */
  Graph derive(Function<DatasetGraph, Graph> rule) {
    Graph facts = ask(rule);
    staged.replace(Map.of(Derivation.FACTS, facts), Set.of());
    return facts;
  }

  /**
   * Holds it against the shapes and the checks.
   *
   * @param locator says where a node is described
   * @throws Rejected when something is wrong
   */
  void check(Locator locator) {
    List<Finding> findings = ask(data -> findings(sources, data));
    if (!findings.isEmpty()) {
      throw new Rejected(findings.stream().map(f -> f.at(locator.locate(f.focus()))).toList());
    }
  }

  /** What the shapes and the checks find in a data set, facts included. */
  static List<Finding> findings(Sources sources, DatasetGraph data) {
    Graph shapes = data.getGraph(Vocab.graph("shapes"));
    List<Finding> findings = new ArrayList<>(Shapes.validate(shapes, data.getUnionGraph()));
    findings.addAll(Checks.run(sources.checks(), data));
    return findings;
  }

  @Override
  public void close() {
    staged.close();
  }
}
