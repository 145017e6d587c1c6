package org.parley.store;

import java.util.function.UnaryOperator;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/**
 * Rows that an operator holds on to, each weighed as it passes, and taken out of the chain of rows
 * it was made of, which would be walked each time the operator looks at it.
 */
final class Kept extends QueryIteratorWrapper {

  private final Meter meter;
  private final long free;
  private long bytes;

  private Kept(QueryIterator rows, Meter meter, long free) {
    super(rows);
    this.meter = meter;
    this.free = free;
  }

  /** The answer of an operator that holds on to all the rows it gets, until it is closed. */
  static QueryIterator by(UnaryOperator<QueryIterator> operator, QueryIterator rows, Meter meter) {
    return by(operator, rows, meter, 0);
  }

  /** The same where it holds on to a few only: what is heavier than usual in each row counts. */
  static QueryIterator by(
      UnaryOperator<QueryIterator> operator, QueryIterator rows, Meter meter, long free) {
    Kept kept = new Kept(rows, meter, free);
    return new QueryIteratorWrapper(operator.apply(kept)) {
      @Override
      protected void closeIterator() {
        super.closeIterator();
        kept.release();
      }
    };
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = BindingFactory.copy(super.moveToNextBinding());
    long size = Math.max(0, Meter.size(row) - free);
    bytes += size;
    meter.keep(size);
    return row;
  }

  private void release() {
    meter.free(bytes);
    bytes = 0;
  }
}
