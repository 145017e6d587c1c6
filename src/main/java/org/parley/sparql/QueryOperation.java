package org.parley.sparql;

import java.io.IOException;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Deadline;
import org.parley.queries.Workers;
import org.parley.store.Store;
import org.parley.store.TooMuch;

/** Answers a query: SPARQL 1.1 Protocol §2.1. */
final class QueryOperation extends SPARQL_QueryDataset {

  private final Limits limits;
  private final Store store;
  private final Workers workers;

  QueryOperation(Limits limits, Store store, Workers workers) {
    this.limits = limits;
    this.store = store;
    this.workers = workers;
  }

  @Override
  public void process(HttpAction action) {
    Failures.keep(action, () -> answer(action));
  }

  private void answer(HttpAction action) throws IOException {
    Deadline deadline =
        new Deadline(limits.deadline(), workers, action.getRequest().getRemoteAddr());
    String text = Protocol.query(action.getRequest(), limits);
    Query query = Guard.admit(text);
    AnswerFormat format =
        Format.best(action.getRequest(), Format.of(query), AnswerFormat::mediaType);
    Answer answer = new Answer(action.getResponse(), format.mediaType(), deadline, limits);
    action.beginRead();
    try {
      answer.of(store.revision());
      Protocol.check(Protocol.parameters(action.getRequest(), limits), store.revision());
      Pair<DatasetGraph, Query> asked = decideDataset(action, query, text);
      try (QueryExec execution = createQueryExec(action, asked.getRight(), asked.getLeft())) {
        if (deadline.watch(
            execution, running -> format.write(running, 0, limits.answerRows(), answer))) {
          throw new TooMuch(
              "The answer has more than %,d rows. Ask for it in parts, by LIMIT and OFFSET"
                  .formatted(limits.answerRows()));
        }
      }
      store.confirm();
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
