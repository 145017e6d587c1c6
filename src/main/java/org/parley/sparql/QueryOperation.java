package org.parley.sparql;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/** Answers a query: SPARQL 1.1 Protocol §2.1. */
final class QueryOperation extends SPARQL_QueryDataset {

  private final Limits limits;
  private final ScheduledExecutorService clock;

  QueryOperation(Limits limits, ScheduledExecutorService clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public void process(HttpAction action) {
    Failures.keep(action, limits, () -> answer(action));
  }

  private void answer(HttpAction action) throws IOException {
    Deadline deadline = new Deadline(limits, clock);
    String text = Protocol.query(action.getRequest(), limits);
    Query query = Guard.admit(text);
    Format format = Format.best(action.getRequest(), Format.of(query));
    Answer answer = new Answer(action.getResponse(), format.contentType(), deadline);
    action.beginRead();
    try {
      Pair<DatasetGraph, Query> asked = decideDataset(action, query, text);
      try (QueryExec execution = createQueryExec(action, asked.getRight(), asked.getLeft())) {
        deadline.watch(execution, () -> format.write(execution, answer));
      }
    } finally {
      action.endRead();
    }
    answer.finish();
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    return QueryExec.dataset(dataset)
        .query(query)
        .context(Guard.confine(action.getContext()))
        .build();
  }
}
