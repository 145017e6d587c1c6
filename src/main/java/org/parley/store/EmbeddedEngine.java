package org.parley.store;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.jspecify.annotations.Nullable;

/** TDB2 in this process, in a directory or in memory. */
final class EmbeddedEngine implements Engine {

  /** How long a change in memory waits for readers, while new ones wait for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DatasetGraphSwitchable container;
  private final Gate gate;
  private final Space space;
  private final Writer writer;
  private @Nullable Resident resident;

  EmbeddedEngine(DatasetGraphSwitchable container, Space space) {
    this.container = container;
    this.gate = new Gate(container);
    this.space = space;
    this.writer = new Writer(container, gate);
    container.getContext().set(TDB2.symUnionDefaultGraph, true);
    QC.setFactory(container.getContext(), Executor::new);
  }

  /**
   * Answers queries from memory as well, while the data fits.
   *
   * @param heap bytes of memory, half of which the copy may take
   * @param maker runs what makes copies
   */
  Resident keepInMemory(long heap, Consumer<Runnable> maker) {
    Resident kept = new Resident(container, gate, heap, maker);
    QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
    engines.add(new Copied(kept));
    QueryEngineRegistry.set(container.getContext(), engines);
    resident = kept;
    kept.change(() -> {}, Set.of());
    return kept;
  }

  @Override
  public DatasetGraph data() {
    return gate;
  }

  @Override
  public Revision revision(long near) {
    return Revisions.of(gate, near);
  }

  @Override
  public void confirm() {
    // a transaction of TDB2 sees a snapshot
  }

  @Override
  public boolean shared() {
    return false; // the database is locked
  }

  @Override
  public void requireNoDoubt() {
    writer.requireNoDoubt();
  }

  @Override
  public void requireRoom() {
    space.require("a change", 0);
  }

  @Override
  public void write(Revision next, Difference change, Runnable counting) {
    Runnable write =
        () ->
            write(
                dataset -> {
                  change.removed().forEach(dataset::delete);
                  new Indexes((DatasetGraphTDB) container.get()).add(change.added());
                  counting.run();
                });
    if (resident == null) {
      write.run();
    } else {
      resident.change(write, change.graphs());
    }
  }

  /** In memory nobody may read meanwhile: see {@code package-info}. */
  void write(Consumer<DatasetGraph> change) {
    if (container.hasContainerPath()) {
      writer.write(change);
    } else if (!gate.exclusively(PATIENCE, () -> writer.write(change))) {
      throw new Overloaded("The store is still being read, and in memory is not changed meanwhile");
    }
  }

  @Override
  public void whenInDoubt(Consumer<CommitInDoubt> action) {
    writer.whenInDoubt(action);
  }

  @Override
  public Compaction compact() {
    if (resident == null) {
      return Compaction.of(container, gate, space);
    }
    resident.forget(); // it holds on to the database that is exchanged
    try {
      return Compaction.of(container, gate, space);
    } finally {
      resident.change(() -> {}, Set.of());
    }
  }

  @Override
  public boolean close(Duration patience) {
    if (resident != null) {
      resident.end();
    }
    return gate.exclusively(patience, () -> Database.close(container));
  }
}
