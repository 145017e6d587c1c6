package org.parley.store;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterAssign;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprList;
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

  /** What a row weighs at most to be held on to unweighed, where only some thousand are. */
  private static final long LIGHT = 4096;

  private final Meter meter;
  private final Sound sound;

  Executor(ExecutionContext context) {
    super(context);
    this.meter = Meter.of(context.getContext());
    this.sound = new Sound(meter);
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    meter.check();
    return super.exec(op, input);
  }

  /** The left side is hashed. */
  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator right = exec(join.getRight(), root());
    return opened(
        Kept.by(left -> Join.join(left, right, execCxt), exec(join.getLeft(), input), meter));
  }

  /** The right side is hashed. */
  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    ExprList conditions = join.getExprs() == null ? null : sound.of(join.getExprs());
    return opened(
        Kept.by(
            right -> Join.leftJoin(left, right, conditions, execCxt),
            exec(join.getRight(), root()),
            meter));
  }

  @Override
  protected QueryIterator execute(OpTable table, QueryIterator input) {
    return table.isJoinIdentity() || input.isJoinIdentity()
        ? super.execute(table, input)
        : opened(Kept.by(rows -> super.execute(table, rows), input, meter)); // a join, too
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    QueryIterator left = exec(minus.getLeft(), input);
    Set<Var> common = OpVars.visibleVars(minus.getLeft());
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return Kept.by(
        right -> QueryIterMinus.create(left, right, common, execCxt),
        exec(minus.getRight(), root()),
        meter);
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    return Kept.by(
        new Order(sound.of(order.getConditions()), order.getSubOp(), execCxt)::of,
        exec(order.getSubOp(), input),
        meter);
  }

  @Override
  protected QueryIterator execute(OpTopN top, QueryIterator input) {
    boolean distinct = top.getSubOp() instanceof OpDistinct;
    Op of = distinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
    return Kept.by(
        rows ->
            new QueryIterTopN(
                rows,
                new Order(sound.of(top.getConditions()), of, execCxt).ofRows(),
                top.getLimit(),
                distinct,
                execCxt),
        exec(of, input),
        meter,
        LIGHT);
  }

  /** Each row is given out when it is first seen, and held on to. */
  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    return Kept.by(rows -> rows, super.execute(distinct, input), meter);
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    List<Measured.Named> measured = Measured.all(group.getAggregators(), sound, meter);
    QueryIterator rows = exec(group.getSubOp(), input);
    return new QueryIteratorWrapper(
        new QueryIterGroup(rows, sound.of(group.getGroupVars()), List.copyOf(measured), execCxt)) {
      @Override
      protected void closeIterator() {
        super.closeIterator();
        measured.forEach(Measured.Named::release);
      }
    };
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    return super.execute(
        OpFilter.filterDirect(sound.of(filter.getExprs()), filter.getSubOp()), input);
  }

  @Override
  protected QueryIterator execute(OpExtend extend, QueryIterator input) {
    return new QueryIterAssign(
        exec(extend.getSubOp(), input), sound.of(extend.getVarExprList()), execCxt, true);
  }

  @Override
  protected QueryIterator execute(OpAssign assign, QueryIterator input) {
    return new QueryIterAssign(
        exec(assign.getSubOp(), input), sound.of(assign.getVarExprList()), execCxt, false);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    if (closures(path.getTriplePath().getPath()) > 1) {
      throw new QueryExecException(
          "it repeats within a repetition, (…*)*, which can take for ever. Repeat once: (a|b)* says"
              + " what (a*|b*)* says");
    }
    return new Walk(path.getTriplePath(), input, execCxt);
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
