package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

/** What stands behind the check of the text, should a query ever get past it. */
class GuardTest {

  private final Context confined = Guard.confine(ARQ.getContext());

  @Test
  void aConfinedQueryReachesNoOtherEndpoint() {
    String query = "ASK { SERVICE <http://localhost:1/> { ?s ?p ?o } }";
    try (QueryExec execution =
        QueryExec.dataset(DatasetGraphFactory.empty()).query(query).context(confined).build()) {
      assertThatThrownBy(execution::ask)
          .isInstanceOf(QueryException.class)
          .hasMessageContaining("service executor");
    }
    assertThat(confined.isFalse(ARQ.httpServiceAllowed)).isTrue();
    assertThat(ServiceExecutorRegistry.get(confined).getSingleChain()).isEmpty();
  }

  @Test
  void jenasOwnTimeoutIsNeverSet() {
    Context timed = ARQ.getContext().copy();
    timed.set(ARQ.queryTimeout, "1");

    assertThat(Guard.confine(timed).isDefined(ARQ.queryTimeout)).isFalse();
    assertThat(timed.isDefined(ARQ.queryTimeout)).isTrue();
  }
}
