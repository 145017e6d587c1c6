package org.parley.store;

import java.util.function.Consumer;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.jspecify.annotations.Nullable;

/** Write transactions, and what follows when one fails. */
final class Writer {

  private final DatasetGraphSwitchable database;
  private final Gate readers;
  private Consumer<CommitInDoubt> inDoubt = doubt -> {};
  private @Nullable Throwable failure;
  private boolean reopenFirst;

  Writer(DatasetGraphSwitchable database, Gate readers) {
    this.database = database;
    this.readers = readers;
  }

  void whenInDoubt(Consumer<CommitInDoubt> action) {
    inDoubt = action;
  }

  /**
   * One write transaction; when it fails, the next one begins with a database opened afresh.
   *
   * @throws CommitInDoubt when the commit fails, or one did before
   */
  void write(Consumer<DatasetGraph> change) {
    requireNoDoubt();
    if (reopenFirst) {
      readers.exclusively(() -> Database.reopen(database));
      reopenFirst = false;
    }
    database.begin(TxnType.WRITE);
    try {
      change.accept(database);
    } catch (RuntimeException | Error e) {
      reopenFirst = true;
      database.abort();
      database.end();
      throw e;
    }
    try {
      database.commit();
      database.end();
    } catch (RuntimeException | Error e) {
      // Neither abort() nor end(): both cut off files that recovery needs if the commit is there.
      failure = e;
      CommitInDoubt doubt = new CommitInDoubt(e);
      inDoubt.accept(doubt);
      throw doubt;
    }
  }

  void requireNoDoubt() {
    if (failure != null) {
      throw new CommitInDoubt(failure);
    }
  }
}
