package org.parley.queries;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;
import org.slf4j.MDC;

/**
 * Runs queries over a store, each within one read transaction: the answer is whole and of one
 * revision. A consumer must be done with its rows or triples when it returns.
 *
 * @param allowed how long each may take, or all that are asked {@link #together}; all methods throw
 *     {@link DeadlinePassed} after that, and what else {@link Deadline#watch} does
 */
public record Answers(Store store, Duration allowed, Workers workers) {

  private static final ThreadLocal<@Nullable Deadline> WHOLE = new ThreadLocal<>();

  /** Answers to one's own queries, which share the server with nobody's. */
  public Answers(Store store, Duration allowed) {
    this(store, allowed, Workers.unbounded());
  }

  /** Does something, all queries of which must be answered by one deadline, in one reading. */
  public <T> T together(Supplier<T> asking) {
    if (WHOLE.get() != null) {
      return store.read(asking);
    }
    WHOLE.set(deadline());
    try {
      return store.read(asking);
    } finally {
      WHOLE.remove();
    }
  }

  private Deadline deadline() {
    Deadline whole = WHOLE.get();
    return whole != null
        ? whole
        : new Deadline(allowed, workers, Objects.requireNonNullElse(MDC.get("request"), ""));
  }

  /** The rows of a SELECT query, in its order, as the consumer makes of them. */
  public <T> T select(Query query, Function<RowSet, T> consumer) {
    return run(query, execution -> consumer.apply(execution.select()));
  }

  /** The truth value of an ASK query. */
  public boolean ask(Query query) {
    return run(query, QueryExec::ask);
  }

  /** The triples of a CONSTRUCT or DESCRIBE query, in the default graph. */
  public <T> T construct(Query query, Function<Iterator<Quad>, T> consumer) {
    return run(query, execution -> consumer.apply(AnswerFormat.triples(execution)));
  }

  /** Writes the answer to any query as it comes; what {@link AnswerFormat#write} throws besides. */
  public void write(Query query, AnswerFormat format, OutputStream out) {
    boolean unused = write(query, format, 0, Integer.MAX_VALUE, out);
  }

  /**
   * Writes a part of the answer: at most {@code limit} rows or triples after the first {@code
   * offset}.
   *
   * @return whether there are more after them
   */
  public boolean write(Query query, AnswerFormat format, int offset, int limit, OutputStream out) {
    return run(query, execution -> format.write(execution, offset, limit, out));
  }

  private <T> T run(Query query, Function<QueryExec, T> consumer) {
    Deadline deadline = deadline();
    return store.read(
        () -> {
          Query plain = query.cloneQuery();
          try (QueryExec execution = QueryExec.dataset(dataset(plain)).query(plain).build()) {
            return deadline.watch(execution, consumer);
          }
        });
  }

  /**
   * What the query is to see. The engine ignores FROM and FROM NAMED where the default graph is the
   * union, so they are taken out of the query and applied here.
   */
  private DatasetGraph dataset(Query query) {
    if (!query.hasDatasetDescription()) {
      return store.dataset();
    }
    DatasetGraph chosen =
        DynamicDatasets.dynamicDataset(query.getDatasetDescription(), store.dataset(), false);
    query.getGraphURIs().clear();
    query.getNamedGraphURIs().clear();
    return chosen;
  }
}
