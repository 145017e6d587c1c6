package org.parley.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** Opening, reopening and closing a TDB2 database: the part of TDB2 that its public API lacks. */
final class Database {

  /**
   * No memory of absent terms. TDB2 keeps one that a reader of an older revision fills with terms
   * that a newer one has, and so hides them ({@code FaultsTest}).
   */
  private static final StoreParams DISK = forgetful(StoreParams.getDftStoreParams());

  private static final StoreParams MEMORY = forgetful(StoreParams.getDftMemStoreParams());
  private static final String ELSEWHERE = "Name another directory";

  private Database() {}

  static DatasetGraphSwitchable inMemory() {
    return (DatasetGraphSwitchable) DatabaseMgr.connectDatasetGraph(Location.mem(), MEMORY);
  }

  /**
   * Opens the database in a directory, which is made if it is missing, and locks it.
   *
   * @throws StoreUnavailable when that cannot be done
   */
  static DatasetGraphSwitchable open(Path directory) {
    prepare(directory);
    Location location = Location.create(directory);
    trim(directory, lock(directory, location));
    ProcessFileLock lock = lock(directory, location);
    try {
      return (DatasetGraphSwitchable) DatabaseMgr.connectDatasetGraph(location, DISK);
    } catch (RuntimeException e) {
      if (!lock.isLockedHere()
          && e instanceof DBOpEnvException) { // it is thrown for more than locks
        throw locked(directory, e);
      }
      release(lock);
      throw denied(e) ? notWritable(directory, e) : damaged(directory, e);
    }
  }

  /** Mends what a kill left of the journal, unless another process has it open. */
  private static void trim(Path directory, ProcessFileLock lock) {
    try {
      lock.lockEx();
    } catch (RuntimeException e) {
      return; // to open it will fail for the same reason, and say so
    }
    try {
      Journal.trim(directory);
    } catch (IOException e) {
      throw damaged(directory, e);
    } finally {
      release(lock);
    }
  }

  static StoreUnavailable damaged(Path directory, Throwable cause) {
    return new StoreUnavailable(
        directory,
        "what it holds cannot be read (%s)".formatted(cause.getMessage()),
        "Move the directory away and start again: everything is loaded afresh from its sources",
        cause);
  }

  /** Closes what the container holds and opens it again from disk; waits until nobody reads. */
  static void reopen(DatasetGraphSwitchable container) {
    if (!container.hasContainerPath()) {
      throw new IllegalStateException(
          "A write to an in-memory store failed, and it takes no more: make a new one");
    }
    container.execExclusive(
        () -> {
          Location storage = ((DatasetGraphTDB) container.get()).getLocation();
          StoreConnection.release(storage);
          container.set(StoreConnection.connectCreate(storage, DISK, null).getDatasetGraph());
        });
  }

  /** Closes the database and gives up its lock; waits until nobody reads. */
  static void close(DatasetGraphSwitchable container) {
    container.execExclusive(() -> TDBInternal.expel(container));
  }

  private static StoreParams forgetful(StoreParams params) {
    return StoreParamsBuilder.create("Parley", params).nodeMissCacheSize(0).build();
  }

  private static void prepare(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new StoreUnavailable(directory, "this is a file, not a directory", ELSEWHERE, null);
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
    if (!Files.isWritable(directory)) {
      throw notWritable(directory, null);
    }
  }

  /** The lock, not yet taken: TDB2 does that itself, and gives the same database out twice. */
  private static ProcessFileLock lock(Path directory, Location location) {
    ProcessFileLock lock;
    try {
      lock = DatabaseConnection.lockForLocation(location);
    } catch (RuntimeIOException e) {
      throw notWritable(directory, e);
    }
    if (lock.isLockedHere()) {
      throw new StoreUnavailable(directory, "this process has it open already", ELSEWHERE, null);
    }
    return lock;
  }

  private static StoreUnavailable notWritable(Path directory, @Nullable Throwable cause) {
    return new StoreUnavailable(
        directory, "it cannot be written to", "Change its permissions, or name another one", cause);
  }

  private static StoreUnavailable locked(Path directory, RuntimeException cause) {
    String holder;
    try {
      holder = " (process %s)".formatted(Files.readString(directory.resolve("tdb.lock")).strip());
    } catch (IOException e) {
      holder = "";
    }
    return new StoreUnavailable(
        directory,
        "another process%s has it open".formatted(holder),
        "Stop that process, or name another directory",
        cause);
  }

  private static boolean denied(@Nullable Throwable cause) {
    return cause != null
        && (cause instanceof AccessDeniedException
            || cause instanceof FileNotFoundException
            || denied(cause.getCause()));
  }

  /** Gives up the lock that TDB2 keeps when it fails half way. */
  private static void release(ProcessFileLock lock) {
    if (lock.isLockedHere()) {
      lock.unlock();
    }
    ProcessFileLock.release(lock);
  }
}
