package org.parley.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries over the copy in memory, when it is of what the transaction sees: the union of the
 * named graphs is asked there, a graph by its name in the database, and any graph there alone.
 */
final class Copied implements QueryEngineFactory {

  private final Resident resident;

  Copied(Resident resident) {
    this.resident = resident;
  }

  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    return !query.hasDatasetDescription() && accept(Algebra.compile(query), dataset, context);
  }

  /** A dataset that a query describes is not one that was copied. */
  @Override
  public boolean accept(Op op, DatasetGraph dataset, Context context) {
    return TDBInternal.isBackedByTDB(dataset)
        && dataset.isInTransaction()
        && resident.seen() != null
        && !asksAnyGraph(op);
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
    Resident.Copy copy = resident.seen();
    return copy == null
        ? QueryEngineTDB.getFactory().create(query, dataset, input, context)
        : QueryEngineMain.getFactory().create(query, new View(copy), input, context);
  }

  @Override
  public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
    Resident.Copy copy = resident.seen();
    return copy == null
        ? QueryEngineTDB.getFactory().create(op, dataset, input, context)
        : QueryEngineMain.getFactory().create(op, new View(copy), input, context);
  }

  /** Whether it has GRAPH with a variable: here it would be tried with each graph, row by row. */
  private static boolean asksAnyGraph(Op op) {
    AtomicBoolean found = new AtomicBoolean();
    Walker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpGraph graph) {
            found.compareAndSet(false, graph.getNode().isVariable());
          }
        },
        new ExprVisitorBase());
    return found.get();
  }

  private static final class View extends DatasetGraphWrapper {
    private final Resident.Copy copy;

    View(Resident.Copy copy) {
      super(copy.of().database());
      this.copy = copy;
    }

    @Override
    public Graph getDefaultGraph() {
      return new Union(copy);
    }
  }

  /** Both parts of a copy, which have no triple in common. */
  private static final class Union extends GraphBase {
    private final Resident.Copy copy;

    Union(Resident.Copy copy) {
      this.copy = copy;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
      Triple kept =
          Triple.createMatch(
              pattern.getMatchSubject(),
              pattern.getMatchPredicate(),
              asStored(pattern.getMatchObject()));
      return copy.still().isEmpty()
          ? copy.moving().find(kept)
          : copy.moving().find(kept).andThen(copy.still().find(kept));
    }

    /** TDB2 takes 01 for 1, and finds the one by the other. */
    private static @Nullable Node asStored(@Nullable Node term) {
      NodeId inline = term == null || !term.isLiteral() ? null : NodeIdInline.inline(term);
      return inline == null ? term : NodeIdInline.extract(inline);
    }
  }
}
