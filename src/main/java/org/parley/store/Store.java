package org.parley.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset: named graphs, read by many at once and changed by one at a time. A reader sees one
 * revision whole, whatever is written meanwhile.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("parley");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final Engine engine;
  private final DatasetGraph readOnly;
  private final Changes changes;
  private volatile boolean closed;

  Store(Engine engine, Changes changes) {
    this.engine = engine;
    this.changes = changes;
    this.readOnly = new DatasetGraphReadOnly(engine.data());
  }

  /**
   * Opens the store in a directory, which is made if missing, and removes what a kill left there.
   *
   * @throws StoreUnavailable when the directory is a file, is not writable, is in use, or holds
   *     what cannot be read
   */
  public static Store open(Path directory) {
    return Location.directory(directory, Space.of(directory, Space.RESERVE));
  }

  /** One in memory that keeps no change log. */
  public static Store scratch() {
    return Location.inMemory(Changes.none());
  }

  /** One in memory: whoever reads waits while it is written to. */
  public static Store inMemory() {
    return Location.inMemory(new Changes(null));
  }

  /**
   * The dataset, for reading within {@link #read}, and the same for life. Queries that name no
   * graph see the union of all. Writing throws {@link UnsupportedOperationException}.
   */
  public DatasetGraph dataset() {
    return readOnly;
  }

  /** The revision that the current transaction sees; outside of one, the newest. */
  public Revision revision() {
    return read(() -> engine.revision(changes.last()));
  }

  /**
   * Does something that sees one revision throughout. Within a reading it belongs to that reading.
   *
   * @throws IllegalStateException when the store is closed
   * @throws EngineFailure when the engine is elsewhere, and fails or was changed meanwhile
   */
  public <T> T read(Supplier<T> reading) {
    requireOpen();
    return engine.data().isInTransaction()
        ? reading.get()
        : Txn.calculateRead(
            engine.data(),
            () -> {
              T answer = reading.get();
              engine.confirm();
              return answer;
            });
  }

  /**
   * Does nothing while what the current transaction has read is of one revision. {@link #read} asks
   * this by itself; who begins a transaction on the dataset asks before the end of the answer.
   *
   * @throws EngineFailure when it is not, or that cannot be told
   */
  public void confirm() {
    engine.confirm();
  }

  /**
   * Makes named graphs hold exactly what is given, and empties others, or does nothing. Revisions
   * in the graph {@code dataset} are the store's own, and stay. Labels tell blank nodes apart.
   *
   * @return the revision that has this content, the present one where nothing differs
   * @throws IllegalArgumentException when a graph's name is not an IRI or is both given and
   *     dropped, or a graph holds a variable or a revision
   * @throws IllegalStateException when the store is closed, or the caller is reading
   * @throws StoreFull when the disk is nearly full; nothing is changed then, nor by
   * @throws NotWritten when the change log cannot be written
   * @throws CommitInDoubt when the commit itself fails; the store takes no more writes then
   * @throws EngineFailure when the engine is elsewhere and does not take it
   */
  public synchronized Revision replace(Map<Node, Graph> contents, Set<Node> dropped) {
    requireWritable();
    return commit(
        read(this::present), read(() -> Difference.between(engine.data(), contents, dropped)));
  }

  /** The same for some graphs; in others adds what is new, and removes what is there. */
  public synchronized Revision extend(
      Map<Node, Graph> contents, Set<Quad> added, Set<Quad> removed) {
    requireWritable();
    Revision current = read(this::present);
    Difference between = read(() -> Difference.between(engine.data(), contents, Set.of()));
    return commit(current, new Difference(added, removed).and(between));
  }

  private Revision commit(Revision current, Difference difference) {
    if (difference.isEmpty()) {
      return current;
    }
    Revision next = current.next();
    engine.requireRoom();
    difference.add(Revisions.quads(next));
    changes.write(next, difference, false);
    engine.write(next, difference, () -> changes.last(next.number()));
    return next;
  }

  /** The change log. */
  public Changes changes() {
    return changes;
  }

  /**
   * Copies what is stored into fresh files and removes the old ones, while all others wait.
   *
   * @throws StoreFull when there is no space for the copy
   * @throws Overloaded when somebody does not end reading
   * @throws UnsupportedOperationException when the store is in memory, or elsewhere
   */
  public synchronized Compaction compact() {
    requireWritable();
    return engine.compact();
  }

  /** What is done when a commit fails half way: the process should end, and start again. */
  public synchronized void whenInDoubt(Consumer<CommitInDoubt> action) {
    engine.whenInDoubt(action);
  }

  /** Waits 20 seconds for readers; then leaves closing to the end of the process. */
  @Override
  public void close() {
    if (!close(PATIENCE)) {
      LOG.warn("The store is still being read; the end of the process will close it");
    }
  }

  synchronized boolean close(Duration patience) {
    boolean before = closed;
    closed = true;
    return before || engine.close(patience);
  }

  Engine engine() {
    return engine;
  }

  /** The present revision, to which the change log leads when this returns; within a reading. */
  private Revision present() {
    Revision present = revision();
    if (engine.shared() && !changes.leadTo(present)) {
      changes.align(present, Difference.everything(engine.data()));
    }
    return present;
  }

  private void requireWritable() {
    requireOpen();
    engine.requireNoDoubt();
    if (engine.data().isInTransaction()) {
      throw new IllegalStateException("The store is changed within a reading: end that first");
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The store is closed");
    }
  }
}
