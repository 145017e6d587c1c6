package org.parley.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggNull;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose groups are weighed, and what it holds on to in each: every string that
 * GROUP_CONCAT joins, every value that DISTINCT tells apart, and of others what is unusually long.
 */
final class Measured extends AggregatorBase {

  private static final long GROUP = 400;

  private final Aggregator aggregator;
  private final Last last;
  private final Meter meter;
  private final boolean distinct;
  private final boolean joins;
  private final int separator;
  private long bytes;

  private Measured(Aggregator original, ExprList arguments, Meter meter) {
    super(original.getName(), false, arguments);
    this.meter = meter;
    this.last = new Last(arguments.isEmpty() ? NodeValue.TRUE : arguments.get(0));
    this.aggregator =
        arguments.isEmpty() ? original : original.copy(new ExprList(List.<Expr>of(last)));
    this.distinct = original.getClass().getSimpleName().endsWith("Distinct");
    String between =
        switch (original) {
          case AggGroupConcat concat -> concat.getSeparator();
          case AggGroupConcatDistinct concat -> concat.getSeparator();
          default -> null;
        };
    this.joins = original instanceof AggGroupConcat || original instanceof AggGroupConcatDistinct;
    this.separator = between == null ? 1 : between.length();
  }

  /** The same aggregates, measured; one that only counts the groups where there was none. */
  static List<Measured.Named> all(List<ExprAggregator> aggregators, Sound sound, Meter meter) {
    if (aggregators.isEmpty()) { // the engine would keep every row
      return List.of(new Named(Var.alloc("?.group"), new Measured(new AggNull(), none(), meter)));
    }
    return aggregators.stream().map(one -> of(one, sound, meter)).toList();
  }

  private static Named of(ExprAggregator one, Sound sound, Meter meter) {
    ExprList arguments = one.getAggregator().getExprList();
    ExprList sane = arguments == null ? none() : sound.of(arguments);
    return new Named(one.getVar(), new Measured(one.getAggregator(), sane, meter));
  }

  private static ExprList none() {
    return new ExprList();
  }

  /** Gives back what all its groups held on to. */
  void release() {
    meter.free(bytes);
    bytes = 0;
  }

  private void keep(long more) {
    bytes += more;
    meter.keep(more);
  }

  @Override
  public Accumulator createAccumulator() {
    Accumulator accumulator = aggregator.createAccumulator();
    return new Accumulator() {
      private final Set<Object> seen = new HashSet<>();
      private boolean begun;
      private long length;

      @Override
      public void accumulate(Binding row, FunctionEnv environment) {
        if (!begun) {
          begun = true;
          keep(GROUP + Meter.size(row));
        }
        last.value = null;
        accumulator.accumulate(row, environment);
        NodeValue value = last.value;
        long size = value == null ? 0 : Meter.size(value.asNode());
        if (distinct && seen.add(value == null ? row : value)) {
          keep(GROUP + (value == null ? Meter.size(row) : size));
        }
        if (joins && value != null) {
          length += separator + value.asString().length();
          keep(4 * (separator + size));
          meter.checkLength(length);
        }
        if (size > GROUP) {
          keep(size);
        }
      }

      @Override
      public @Nullable NodeValue getValue() {
        return accumulator.getValue();
      }
    };
  }

  @Override
  public @Nullable Node getValueEmpty() {
    return aggregator.getValueEmpty();
  }

  @Override
  public Aggregator copy(ExprList arguments) {
    return new Measured(aggregator, arguments, meter);
  }

  @Override
  public int hashCode() {
    return aggregator.hashCode();
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return other instanceof Measured measured && aggregator.equals(measured.aggregator, bySyntax);
  }

  /** A measured aggregate and the variable that it binds. */
  static final class Named extends ExprAggregator {
    private final Measured measured;

    Named(Var variable, Measured measured) {
      super(variable, measured);
      this.measured = measured;
    }

    void release() {
      measured.release();
    }
  }

  /** The argument of an aggregate, whose last value is remembered. */
  private static final class Last extends ExprFunction1 {
    private @Nullable NodeValue value;

    Last(Expr argument) {
      super(argument, "last");
    }

    @Override
    public NodeValue eval(NodeValue given) {
      value = given;
      return given;
    }

    @Override
    public Expr copy(Expr argument) {
      return new Last(argument);
    }
  }
}
