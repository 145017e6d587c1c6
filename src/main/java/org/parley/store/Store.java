package org.parley.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;

/**
 * The dataset: named graphs, read by many at once and changed by one at a time.
 *
 * <p>A reader sees one revision whole, however long it reads and whatever is written meanwhile.
 */
public final class Store implements AutoCloseable {

  private final DatasetGraphSwitchable database;
  private final DatasetGraph readOnly;
  private boolean reopenFirst;
  private volatile boolean closed;

  private Store(DatasetGraphSwitchable database) {
    this.database = database;
    database.getContext().set(TDB2.symUnionDefaultGraph, true);
    QC.setFactory(database.getContext(), Executor::new);
    this.readOnly = new DatasetGraphReadOnly(database);
  }

  /**
   * Opens the store in a directory, which is made if it is missing. Only one process, and there
   * only one store, may have it open.
   *
   * @throws StoreUnavailable when the directory is a file, is not writable, is in use, or holds
   *     what cannot be read
   */
  public static Store open(Path directory) {
    Store store = new Store(Database.open(directory));
    try {
      store.read(store::readBookkeeping);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw Database.damaged(directory, e);
    }
  }

  /** A store that lasts as long as it is referred to. */
  public static Store inMemory() {
    return new Store(Database.inMemory());
  }

  /**
   * The dataset, for reading, within {@link #read} or a transaction of one's own. Queries that name
   * no graph see the union of all. It is the same object for the life of the store; whoever writes
   * to it gets an {@link UnsupportedOperationException}.
   */
  public DatasetGraph dataset() {
    return readOnly;
  }

  /** The revision that the current transaction sees; outside of one, the newest. */
  public Revision revision() {
    return read(() -> Revisions.of(database));
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
   * Makes named graphs hold exactly what is given, and empties others: all of it or nothing. Only
   * the difference is written, and where nothing differs there is no new revision. Into the graph
   * {@code dataset} the store adds the revision itself, and leaves those that stand there. Blank
   * nodes are told apart by their labels.
   *
   * @return the revision that has this content
   * @throws IllegalArgumentException when a graph's name is not an IRI or is both given and
   *     dropped, or a graph holds a variable or a revision; nothing is changed then
   * @throws IllegalStateException when the store is closed, or the caller is reading
   */
  public synchronized Revision replace(Map<Node, Graph> contents, Set<Node> dropped) {
    requireOpen();
    if (database.isInTransaction()) {
      throw new IllegalStateException("replace() is called within a reading: end that first");
    }
    Revision current = revision();
    Difference difference = read(() -> Difference.between(database, contents, dropped));
    if (difference.isEmpty()) {
      return current;
    }
    Revision next =
        new Revision(current.number() + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    write(
        dataset -> {
          difference.removed().forEach(dataset::delete);
          difference.added().forEach(dataset::add);
          Revisions.quads(next).forEach(dataset::add);
        });
    return next;
  }

  /** Waits until nobody reads, then closes the store and frees its directory. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Database.close(database);
    }
  }

  /** One write transaction; when it fails, the next one begins with a database opened afresh. */
  synchronized void write(Consumer<DatasetGraph> change) {
    if (reopenFirst) {
      Database.reopen(database);
      reopenFirst = false;
    }
    database.begin(TxnType.WRITE);
    boolean committed = false;
    try {
      change.accept(database);
      database.commit();
      committed = true;
    } finally {
      if (!committed) {
        reopenFirst = true;
        database.abort();
      }
      database.end();
    }
  }

  private Revision readBookkeeping() {
    database.find(Revisions.GRAPH, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {});
    Revision revision = Revisions.of(database);
    if (revision.number() == 0 && !database.isEmpty()) {
      throw new IllegalStateException("it has triples but no revision: Parley did not write it");
    }
    return revision;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The store is closed");
    }
  }
}
