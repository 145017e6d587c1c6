package org.parley.store;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;

/** What keeps the data: TDB2 in this process, or a SPARQL server elsewhere. */
interface Engine {

  /** The data, read in transactions. Queries over it that name no graph see the union of all. */
  DatasetGraph data();

  /** The revision that the current transaction sees, which is not far from a number. */
  Revision revision(long near);

  /**
   * Does nothing while all that the current transaction read is of one revision.
   *
   * @throws EngineFailure.Moved when it is not
   */
  void confirm();

  /** Whether somebody else may change the data, so that the change log must be held against it. */
  boolean shared();

  /**
   * Does nothing while it takes writes.
   *
   * @throws CommitInDoubt when it no longer does
   */
  void requireNoDoubt();

  /**
   * Does nothing when there is room for a change.
   *
   * @throws StoreFull when there is none
   */
  void requireRoom();

  /**
   * Makes a change, all of it or nothing.
   *
   * @param next the revision that it leads to
   * @param counting what is to be done before anybody sees the change
   */
  void write(Revision next, Difference change, Runnable counting);

  /** See {@link Store#whenInDoubt}. */
  void whenInDoubt(Consumer<CommitInDoubt> action);

  /** See {@link Store#compact}. */
  Compaction compact();

  /** Closes it, unless somebody still reads after the time given; says whether it did. */
  boolean close(Duration patience);
}
