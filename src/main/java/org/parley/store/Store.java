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
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset: named graphs, read by many at once and changed by one at a time. A reader sees one
 * revision whole, whatever is written meanwhile.
 */
public final class Store implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("parley");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final DatasetGraphSwitchable container;
  private final Gate database;
  private final DatasetGraph readOnly;
  private final Changes changes;
  private final Space space;
  private final Writer writer;
  private volatile boolean closed;

  private Store(DatasetGraphSwitchable container, Changes changes, Space space) {
    this.container = container;
    this.database = new Gate(container);
    this.changes = changes;
    this.writer = new Writer(container, database);
    this.space = space;
    container.getContext().set(TDB2.symUnionDefaultGraph, true);
    QC.setFactory(container.getContext(), Executor::new);
    this.readOnly = new DatasetGraphReadOnly(database);
  }

  /**
   * Opens the store in a directory, which is made if missing, and removes what a kill left there.
   *
   * @throws StoreUnavailable when the directory is a file, is not writable, is in use, or holds
   *     what cannot be read
   */
  public static Store open(Path directory) {
    return open(directory, Space.of(directory, Space.RESERVE));
  }

  static Store open(Path directory, Space space) {
    Changes changes = new Changes(directory.resolve(Changes.HOME));
    Store store = new Store(Database.open(directory), changes, space);
    try {
      Txn.executeRead(store.database, () -> changes.align(store.database));
      Compaction.clean(directory);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e instanceof NotWritten ? e : Database.damaged(directory, e);
    }
  }

  /** One in memory that keeps no change log. */
  public static Store scratch() {
    return new Store(Database.inMemory(), Changes.none(), Space.UNLIMITED);
  }

  /** One in memory, which is not read while it is written to. */
  public static Store inMemory() {
    return new Store(Database.inMemory(), new Changes(null), Space.UNLIMITED);
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
    return read(() -> Revisions.of(database, changes.last()));
  }

  /**
   * Does something that sees one revision throughout. Within a reading it belongs to that reading.
   *
   * @throws IllegalStateException when the store is closed
   */
  public <T> T read(Supplier<T> reading) {
    requireOpen();
    return database.isInTransaction() ? reading.get() : Txn.calculateRead(database, reading);
  }

  /**
   * Makes named graphs hold exactly what is given, and empties others, or does nothing. Revisions
   * in the graph {@code dataset} are the store's own, and stay. Labels tell blank nodes apart.
   *
   * @return the revision that has this content, the present one where nothing differs
   * @throws IllegalArgumentException when a name is no IRI or both given and dropped, or a graph
   *     holds a variable or a revision
   * @throws IllegalStateException when the store is closed, or the caller is reading
   * @throws StoreFull when the disk is nearly full; nothing is changed then, nor by
   * @throws NotWritten when the change log cannot be written
   * @throws CommitInDoubt when the commit itself fails; the store takes no more writes then
   */
  public synchronized Revision replace(Map<Node, Graph> contents, Set<Node> dropped) {
    requireWritable();
    return commit(read(() -> Difference.between(database, contents, dropped)));
  }

  /**
   * Adds what is known to be new and removes what is known to be there, in terms as TDB2 gives them
   * back. What can go wrong is the same as for {@link #replace}.
   */
  public synchronized Revision extend(Set<Quad> added, Set<Quad> removed) {
    requireWritable();
    return commit(new Difference(added, removed));
  }

  private Revision commit(Difference difference) {
    Revision current = revision();
    if (difference.isEmpty()) {
      return current;
    }
    Revision next = current.next();
    space.require("a change", 0);
    Difference change = difference.adding(Revisions.quads(next));
    changes.write(next, change, false);
    write(
        dataset -> {
          change.apply(dataset);
          changes.last(next.number()); // a reading that sees the revision has its patch, too
        });
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
   */
  public synchronized Compaction compact() {
    requireWritable();
    return Compaction.of(container, database, space);
  }

  /** What is done when a commit fails half way: the process should end, and start again. */
  public synchronized void whenInDoubt(Consumer<CommitInDoubt> action) {
    writer.whenInDoubt(action);
  }

  /** Waits 20 seconds for readers; the end of the process does the rest. */
  @Override
  public void close() {
    if (!close(PATIENCE)) {
      LOG.warn("The store is still being read; the end of the process will close it");
    }
  }

  synchronized boolean close(Duration patience) {
    boolean before = closed;
    closed = true;
    return before || database.exclusively(patience, () -> Database.close(container));
  }

  synchronized void write(Consumer<DatasetGraph> change) {
    writer.write(change);
  }

  private void requireWritable() {
    requireOpen();
    writer.requireNoDoubt();
    if (database.isInTransaction()) {
      throw new IllegalStateException("The store is changed within a reading: end that first");
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The store is closed");
    }
  }
}
