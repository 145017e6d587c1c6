package org.parley.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest state once more in memory, where it fits. After a change the new state is made
 * beside the old one and takes its place whole; whoever reads another state reads the database.
 */
final class Resident {

  private static final Logger LOG = LoggerFactory.getLogger("parley");

  /** A graph of more triples is held apart, and not read again while it stays as it is. */
  private static final int LARGE = 100_000;

  /** What a triple takes of the heap, terms and indexes included: measured on coded events. */
  private static final long TRIPLE_BYTES = 250;

  private final DatasetGraphSwitchable container;
  private final Gate readers;
  private final long capacity;
  private final Consumer<Runnable> maker;
  private final Lock making = new ReentrantLock();
  private final Set<Node> changed = new HashSet<>();
  private boolean due;
  private volatile @Nullable Copy newest;
  private volatile boolean ended;

  /**
   * @param container of the database
   * @param readers in whose transactions the data is read
   * @param heap bytes, half of which the copy may take
   * @param maker runs what makes copies
   */
  Resident(DatasetGraphSwitchable container, Gate readers, long heap, Consumer<Runnable> maker) {
    this.container = container;
    this.readers = readers;
    this.capacity = heap / 2 / TRIPLE_BYTES;
    this.maker = maker;
  }

  /** The copy of what the current transaction sees, if there is one. */
  @Nullable Copy seen() {
    Copy copy = newest;
    return copy != null && copy.of().equals(State.seen(database())) ? copy : null;
  }

  private DatasetGraphTDB database() {
    return TDBInternal.requireStorage(container);
  }

  /** Has the copy made anew, after graphs were changed. */
  synchronized void renew(Set<Node> graphs) {
    changed.addAll(graphs);
    if (!due && !ended) {
      due = true;
      maker.accept(this::make);
    }
  }

  /** Makes none any more. */
  void end() {
    ended = true;
  }

  private synchronized Set<Node> begun() {
    Set<Node> graphs = Set.copyOf(changed);
    changed.clear();
    due = false;
    return graphs;
  }

  private void make() {
    making.lock();
    try {
      newest = Txn.calculateRead(readers, () -> made(newest, begun()));
    } catch (RuntimeException e) {
      newest = null;
      LOG.info("The data is not held in memory as well: {}", String.valueOf(e.getMessage()));
    } finally {
      making.unlock();
    }
  }

  private Copy made(@Nullable Copy before, Set<Node> graphs) {
    DatasetGraphTDB database = database();
    Copy start =
        before != null
                && before.of().database() == database
                && before.large().stream().noneMatch(graphs::contains)
            ? before
            : Copy.nothing(database);
    boolean anew = start.large().isEmpty();
    Graph still = anew ? GraphFactory.createGraphMem() : start.still();
    Graph moving = GraphFactory.createGraphMem();
    Set<Node> large = new HashSet<>(start.large());
    Set<Node> names = new HashSet<>(large);
    Set<Node> asked = new HashSet<>(graphs);
    asked.addAll(start.names());
    asked.removeAll(large);
    for (Node name : asked) {
      List<Triple> triples = triples(database, name, capacity - still.size() - moving.size());
      boolean apart = anew && triples.size() > LARGE;
      Graph other = apart ? moving : still;
      triples.stream()
          .filter(triple -> !other.contains(triple))
          .forEach(apart ? still::add : moving::add);
      if (apart) {
        large.add(name);
      }
      if (!triples.isEmpty()) {
        names.add(name);
      }
    }
    return new Copy(State.seen(database), names, large, still, moving);
  }

  private List<Triple> triples(DatasetGraph database, Node name, long room) {
    List<Triple> triples = new ArrayList<>();
    Iterator<Quad> quads = database.find(name, Node.ANY, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      triples.add(quads.next().asTriple());
      if (triples.size() > room || ended) {
        throw new TooMuch("A copy of more than %,d triples is too large".formatted(capacity));
      }
    }
    return triples;
  }

  /** What a transaction sees: a database, which compaction exchanges, as of a commit. */
  record State(DatasetGraphTDB database, long commit) {
    static State seen(DatasetGraphTDB database) {
      return new State(database, database.getTxnSystem().getThreadTransaction().getDataVersion());
    }
  }

  /**
   * A state, copied: each triple once, whatever its graphs.
   *
   * @param names of its graphs
   * @param large those of them that {@code still} holds
   */
  record Copy(State of, Set<Node> names, Set<Node> large, Graph still, Graph moving) {

    /** Of all graphs nothing. */
    static Copy nothing(DatasetGraphTDB database) {
      Set<Node> names = new HashSet<>();
      database.listGraphNodes().forEachRemaining(names::add);
      return new Copy(State.seen(database), names, Set.of(), Graph.emptyGraph, Graph.emptyGraph);
    }
  }
}
