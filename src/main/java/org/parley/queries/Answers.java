package org.parley.queries;

import java.util.Iterator;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.parley.store.Store;

/**
 * Runs queries over a store, each within one read transaction: the answer is whole and of one
 * revision. A consumer must be done with its rows or triples when it returns.
 */
public final class Answers {
  private final Store store;

  public Answers(Store store) {
    this.store = store;
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
    return run(
        query,
        execution -> {
          var triples =
              query.queryType() == QueryType.DESCRIBE
                  ? execution.describe().find()
                  : execution.construct().find();
          return consumer.apply(
              triples.mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple)));
        });
  }

  private <T> T run(Query query, Function<QueryExec, T> consumer) {
    return store.read(
        () -> {
          Query plain = query.cloneQuery();
          try (QueryExec execution = QueryExec.dataset(dataset(plain)).query(plain).build()) {
            return consumer.apply(execution);
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
