package org.parley.store;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.parley.vocab.Vocab;

/** A SPARQL server elsewhere: queries are sent to it whole, and a change is one update. */
final class RemoteEngine implements Engine {

  /** How long a change waits for readers, which it else ends; new ones wait for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String IN_DOUBT =
      " The change may be stored or not: look whether it is there, or send it again with the same"
          + " Idempotency-Key.";

  private final Endpoint endpoint;
  private final RemoteData data;
  private final RemoteRevision newest;
  private final Gate gate;

  RemoteEngine(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.newest = new RemoteRevision(endpoint);
    this.data = new RemoteData(endpoint, newest);
    this.gate = new Gate(data);
    QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
    engines.add(new Forwarding(data));
    QueryEngineRegistry.set(data.getContext(), engines);
  }

  /**
   * Looks whether what is in a named graph is seen without naming one.
   *
   * @throws StoreUnavailable when it is not
   * @throws EngineFailure when there is no answer
   */
  void requireUnion() {
    String revision = "?s a " + Skolem.text(Vocab.REVISION);
    if (ask("ASK { GRAPH ?g { %s } }".formatted(revision))
        && !ask("ASK { %s }".formatted(revision))) {
      throw new StoreUnavailable(
          endpoint.query(),
          "a query that names no graph does not see the named ones there",
          "Make its default graph their union; in the configuration of Fuseki that is"
              + " tdb2:unionDefaultGraph true",
          null);
    }
  }

  private boolean ask(String query) {
    return endpoint.ask(query, Meter.unlimited()).hasNext();
  }

  @Override
  public DatasetGraph data() {
    return gate;
  }

  @Override
  public Revision revision(long near) {
    return data.revision();
  }

  @Override
  public void confirm() {
    data.confirm();
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public void requireNoDoubt() {
    // what became of a change is asked before the next
  }

  @Override
  public void requireRoom() {
    // the server looks after its disk
  }

  @Override
  public void write(Revision next, Difference change, Runnable counting) {
    counting.run();
    if (!gate.exclusively(PATIENCE, () -> send(next, change))) {
      send(next, change); // whoever still reads will be told
    }
  }

  private void send(Revision next, Difference change) {
    try {
      endpoint.update(
          () -> Update.of(next, change), change.added().size() + change.removed().size());
    } catch (EngineFailure.Down e) {
      throw e;
    } catch (EngineFailure e) {
      if (!isThere(next)) {
        throw inDoubt(e);
      }
      return;
    }
    Revision present = newest.ask();
    if (present.equals(next)) {
      return;
    }
    requireUnion();
    if (present.number() >= next.number()) {
      throw new EngineFailure.Moved(
          "Another process changed the data at the same time, and nothing else was changed. Send it"
              + " again.");
    }
    throw new EngineFailure.Wrong(
        "The server that keeps the data says that it made a change, and it is not there.", null);
  }

  private boolean isThere(Revision next) {
    try {
      return newest.ask().equals(next);
    } catch (EngineFailure e) {
      return false;
    }
  }

  private static EngineFailure inDoubt(EngineFailure failure) {
    String told = failure.getMessage() + IN_DOUBT;
    return failure instanceof EngineFailure.Slow
        ? new EngineFailure.Slow(told, failure)
        : new EngineFailure.Wrong(told, failure);
  }

  @Override
  public void whenInDoubt(Consumer<CommitInDoubt> action) {
    // see requireNoDoubt()
  }

  @Override
  public Compaction compact() {
    throw new UnsupportedOperationException(
        "A server elsewhere compacts its data itself; Fuseki by POST /$/compact/NAME");
  }

  @Override
  public boolean close(Duration patience) {
    return gate.exclusively(patience, endpoint::close);
  }
}
