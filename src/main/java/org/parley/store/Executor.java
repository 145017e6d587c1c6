package org.parley.store;

import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor, with two faults kept away. It sees every part of a query that is run, wherever
 * the query hides it.
 *
 * <p>Every join is opened as soon as it is made: in Jena 5.6 a hash join that is closed before it
 * was opened, as the right side of a join whose left side is empty, throws a NullPointerException
 * (apache/jena#3516, mended in 5.7): an empty answer became an error.
 *
 * <p>A closure within a closure, {@code (p*)*} or {@code (p+/q+)+}, is refused: it takes time
 * exponential in the data and looks at no deadline, so that nothing but the end of the process
 * stops it.
 */
final class Executor extends OpExecutorTDB2 {

  Executor(ExecutionContext context) {
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

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    if (closures(path.getTriplePath().getPath()) > 1) {
      throw new QueryExecException(
          "it repeats within a repetition, (…*)*, which can take for ever. Repeat once: (a|b)* says"
              + " what (a*|b*)* says");
    }
    return super.execute(path, input);
  }

  /** How deep the repetitions of a path are nested. */
  private static int closures(Path path) {
    return switch (path) {
      case P_ZeroOrMore1 p -> 1 + closures(p.getSubPath());
      case P_ZeroOrMoreN p -> 1 + closures(p.getSubPath());
      case P_OneOrMore1 p -> 1 + closures(p.getSubPath());
      case P_OneOrMoreN p -> 1 + closures(p.getSubPath());
      case P_Path1 p -> closures(p.getSubPath());
      case P_Path2 p -> Math.max(closures(p.getLeft()), closures(p.getRight()));
      default -> 0;
    };
  }

  private static QueryIterator opened(QueryIterator rows) {
    boolean unused = rows.hasNext();
    return rows;
  }
}
