package org.parley.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.parley.store.Meter;
import org.parley.store.Overloaded;

class HeapWatchTest {

  @Test
  void aFullHeapEndsTheQueryThatKeepsMost() {
    try (Meter little = Meter.unlimited();
        Meter much = Meter.unlimited();
        QueryExec query = QueryExec.dataset(DatasetGraphFactory.empty()).query("ASK {}").build()) {
      little.keep(1);
      much.keep(2);
      RunningQuery first = new RunningQuery("", "test", query, little);
      RunningQuery second = new RunningQuery("", "test", query, much);
      HeapWatch.add(second);
      HeapWatch.add(first);
      try {
        HeapWatch.relieve(Runtime.getRuntime().maxMemory() / 2);
        assertThat(much.stopped()).isNull();
        HeapWatch.relieve(Runtime.getRuntime().maxMemory());
        assertThat(much.stopped())
            .isInstanceOf(Overloaded.class)
            .hasMessageContaining("nearly full");
        assertThat(little.stopped()).isNull();
      } finally {
        HeapWatch.remove(first);
        HeapWatch.remove(second);
      }
    }
  }
}
