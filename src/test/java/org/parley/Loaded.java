package org.parley;

import java.nio.file.Path;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.store.Store;

/** The project's own data in memory, loaded once for all tests that only read it. */
public final class Loaded {
  private static final Sources SOURCES = Sources.at(Path.of("").toAbsolutePath());
  private static final Store STORE = load();

  private Loaded() {}

  /** Where the data and the queries stand. */
  public static Sources sources() {
    return SOURCES;
  }

  /** The store they are loaded into; nobody may write to it. */
  public static Store store() {
    return STORE;
  }

  private static Store load() {
    Store store = Store.inMemory();
    var unused = new Intake(store, SOURCES).load();
    return store;
  }
}
