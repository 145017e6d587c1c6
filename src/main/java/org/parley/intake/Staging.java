package org.parley.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfReader;
import org.parley.rdf.UnreadableRdf;
import org.parley.shapes.Checks;
import org.parley.shapes.Finding;
import org.parley.shapes.Shapes;
import org.parley.store.Meter;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/**
 * The data set as it would be, in memory, where everything that can be wrong comes to light before
 * the store is touched.
 */
final class Staging implements AutoCloseable {

  private final Store staged = Store.scratch();
  private final Sources sources;
  private final Meter meter = Meter.unlimited();
  private @Nullable Future<?> end;

  Staging(Sources sources, Map<Node, Graph> everything) {
    this.sources = sources;
    staged.replace(everything, Set.of());
  }

  /** Bounds what is asked from now on: when the time is over, it is rejected. */
  Staging within(Duration time) {
    String message =
        "To derive the facts and to check them takes more than %d s. Make the chains of implies shorter, or send less at once."
            .formatted(time.toSeconds());
    RuntimeException because = new Rejected(List.of(new Finding("time", message, null, null)));
    meter.measure(staged.dataset().getContext());
    Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    end = CompletableFuture.runAsync(() -> meter.stop(because), later);
    return this;
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
    try {
      return staged.read(() -> question.apply(staged.dataset()));
    } catch (QueryCancelledException e) {
      throw Objects.requireNonNullElse(meter.stopped(), e);
    } catch (StackOverflowError e) {
      throw new Rejected(
          List.of(new Finding("depth", "It leads too deep. Make the chains shorter.", null, null)));
    }
  }

  /** Puts the facts in that follow from the rest, and gives them back. */
  Derived derive(Function<DatasetGraph, Derived> rule) {
    Derived facts = ask(rule);
    staged.replace(
        Map.of(Derivation.FACTS, facts.documents(), Coded.FACTS, facts.events()), Set.of());
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
      throw new Rejected(
          findings.stream()
              .limit(Rejected.MOST)
              .map(f -> f.at(locator.locate(f.focus())))
              .toList());
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
    if (end != null) {
      end.cancel(false);
    }
    staged.close();
  }
}
