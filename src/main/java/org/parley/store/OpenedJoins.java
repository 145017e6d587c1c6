package org.parley.store;

import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor, with every join opened as soon as it is made. In Jena 5.6 a hash join that is
 * closed before it was opened, as the right side of a join whose left side is empty, throws a
 * NullPointerException (apache/jena#3516, mended in 5.7): an empty answer became an error.
 */
final class OpenedJoins extends OpExecutorTDB2 {

  OpenedJoins(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    return opened(super.execute(join, input));
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    return opened(super.execute(join, input));
  }

  private static QueryIterator opened(QueryIterator rows) {
    boolean unused = rows.hasNext();
    return rows;
  }
}
