package org.parley;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.parley.queries.RunningQuery;
import org.parley.queries.Workers;
import org.parley.store.Overloaded;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** {@code /actuator/queries} on the management port: which queries run, and a way to end one. */
@Component
@Endpoint(id = "queries")
final class RunningQueries {

  private final List<Workers> workers;

  RunningQueries(List<Workers> workers) {
    this.workers = workers;
  }

  /** What is shown of a query; {@code kept} in bytes. */
  record Shown(long id, Instant since, String client, String kind, long kept, String text) {
    static Shown of(RunningQuery query) {
      return new Shown(
          query.id(), query.since(), query.client(), query.kind(), query.kept(), query.text());
    }
  }

  /** Those that run, the oldest first. */
  @ReadOperation
  List<Shown> list() {
    return running().sorted(Comparator.comparingLong(RunningQuery::id)).map(Shown::of).toList();
  }

  /** Ends one, whose client is told so; 404 when none that runs has this id. */
  @DeleteOperation
  WebEndpointResponse<Shown> cancel(@Selector long id) {
    for (RunningQuery query : running().filter(each -> each.id() == id).toList()) {
      query.end(new Overloaded("The operator of the server ended this query"));
      return new WebEndpointResponse<>(Shown.of(query));
    }
    return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
  }

  private Stream<RunningQuery> running() {
    return workers.stream().flatMap(each -> each.running().stream());
  }
}
