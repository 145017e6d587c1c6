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
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest state once more in memory, where it fits. After a change the new state is made
 * beside the old one and takes its place whole; whoever reads another state reads the database.
 * Once it did not fit, none is made until the process starts again.
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

  /**
   * Changes graphs, and has the copy made anew. No reading of {@link #make} begins within, so that
   * it never sees a change without knowing of it.
   */
  synchronized void change(Runnable change, Set<Node> graphs) {
    change.run();
    changed.addAll(graphs);
    if (!due && !ended) {
      due = true;
      maker.accept(this::make);
    }
  }

  /** Holds on to no copy until there is a new one. */
  void forget() {
    newest = null;
  }

  /** Makes none any more. */
  void end() {
    ended = true;
  }

  private void make() {
    making.lock();
    Copy made = null;
    try {
      Set<Node> graphs = begin();
      try {
        made = made(newest, graphs);
      } finally {
        readers.end();
      }
    } catch (TooMuch e) {
      LOG.info("The data is not held in memory as well: {}", String.valueOf(e.getMessage()));
      end();
    } finally {
      newest = made;
      making.unlock();
    }
  }

  /** Begins to read, and says what was changed by then. */
  private synchronized Set<Node> begin() {
    readers.begin(TxnType.READ);
    Set<Node> graphs = Set.copyOf(changed);
    changed.clear();
    due = false;
    return graphs;
  }

  private @Nullable Copy made(@Nullable Copy before, Set<Node> graphs) {
    DatasetGraphTDB database = database();
    Copy start = start(before, database, graphs);
    boolean anew = start.large().isEmpty();
    Graph still = anew ? GraphFactory.createGraphMem() : start.still();
    Graph moving = GraphFactory.createGraphMem();
    Set<Node> large = new HashSet<>(start.large());
    Set<Node> names = new HashSet<>(graphs);
    names.addAll(start.names());
    for (Node name : names) {
      if (start.large().contains(name)) {
        continue;
      }
      // while a change is copied, what moves is there twice
      List<Triple> triples = triples(database, name, capacity - still.size() - 2L * moving.size());
      if (ended) {
        return null;
      }
      boolean apart = anew && triples.size() > LARGE;
      triples.forEach(apart ? still::add : moving::add);
      if (apart) {
        large.add(name);
      }
    }
    moving.find().filterKeep(still::contains).toList().forEach(moving::delete);
    return new Copy(State.seen(database), names, large, still, moving);
  }

  /** The copy whose large graphs stay as they are, or nothing. */
  private Copy start(@Nullable Copy before, DatasetGraphTDB database, Set<Node> graphs) {
    if (before != null
        && before.of().database() == database
        && before.large().stream().noneMatch(graphs::contains)) {
      return before;
    }
    if (before != null && !before.large().isEmpty()) {
      forget(); // two of that size would be too much
    }
    return Copy.nothing(database);
  }

  private List<Triple> triples(DatasetGraph database, Node name, long room) {
    List<Triple> triples = new ArrayList<>();
    Iterator<Quad> quads = database.find(name, Node.ANY, Node.ANY, Node.ANY);
    while (quads.hasNext() && !ended) {
      triples.add(quads.next().asTriple());
      if (triples.size() > room) {
        throw new TooMuch("there are too many triples for half of the heap");
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
   * @param names of its graphs, some of which may be empty
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
