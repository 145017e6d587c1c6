package org.parley.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * Follows a path. The engine gathers all that a path reaches from a row, without looking whether it
 * may go on: each triple on the way is weighed here, until the next row.
 */
final class Walk extends QueryIterPath {

  private static final long STEP = 64;

  /** Calls, each of which takes some dozens of bytes of stack. */
  private static final int DEPTH = 2_000;

  private final Trodden graph;

  Walk(TriplePath path, QueryIterator rows, ExecutionContext context) {
    this(
        path, rows, context, new Trodden(context.getActiveGraph(), Meter.of(context.getContext())));
  }

  private Walk(TriplePath path, QueryIterator rows, ExecutionContext context, Trodden graph) {
    super(path, rows, ExecutionContext.copyChangeActiveGraph(context, graph));
    this.graph = graph;
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    graph.forget();
    return super.nextStage(row);
  }

  @Override
  protected void closeSubIterator() {
    super.closeSubIterator();
    graph.forget();
  }

  private static final class Trodden extends GraphWrapper {
    private final Meter meter;
    private long bytes;

    Trodden(Graph graph, Meter meter) {
      super(graph);
      this.meter = meter;
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      step();
      int unused = ensureStack(DEPTH);
      return super.find(subject, predicate, object)
          .mapWith(
              triple -> {
                step();
                return triple;
              });
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
      return find(triple.getMatchSubject(), triple.getMatchPredicate(), triple.getMatchObject());
    }

    /**
     * Goes as deep as the database does at most. The engine follows a path by calling itself; a
     * stack that overflows within a lock of the database's caches would leave it locked for good.
     */
    private static int ensureStack(int depth) {
      return depth == 0 ? 0 : 1 + ensureStack(depth - 1);
    }

    private void step() {
      bytes += STEP;
      meter.keep(STEP);
    }

    private void forget() {
      meter.free(bytes);
      bytes = 0;
    }
  }
}
