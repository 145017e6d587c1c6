package org.parley.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.store.Store;

@Timeout(20)
class AnswersTest {

  @AutoClose private final Store store = Store.inMemory();

  /** Each query alone is quick, so that only a deadline for all of them ends this. */
  @Test
  void whatIsAskedTogetherHasOneDeadline() {
    Answers answers = new Answers(store, Duration.ofMillis(300));
    Query query = MalformedQuery.parse("ASK {}");
    Supplier<Boolean> endless =
        () -> {
          boolean yes = true;
          while (yes) {
            yes = answers.ask(query);
          }
          return yes;
        };

    assertThatThrownBy(() -> answers.together(endless)).isInstanceOf(DeadlinePassed.class);
    assertThat(answers.ask(query)).isTrue();
  }

  /**
   * An answer in RDF is gathered before it is written, by an operation that nothing else weighs.
   */
  @Test
  void aDescriptionOfEverythingHasADeadline() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node p = NodeFactory.createURI("http://example.org/p");
    for (int i = 0; i < 100_000; i++) {
      graph.add(NodeFactory.createURI("http://example.org/" + i), p, p);
    }
    store.replace(Map.of(NodeFactory.createURI("http://example.org/g"), graph), Set.of());
    Query query = MalformedQuery.parse("DESCRIBE * { ?s ?p ?o }");
    Answers answers = new Answers(store, Duration.ofMillis(50));
    assertThatThrownBy(() -> answers.<Long>construct(query, quads -> 0L))
        .isInstanceOf(DeadlinePassed.class);
  }
}
