package org.parley.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Where a store is: in a directory, in the memory of this process ({@code memory}), or with a
 * SPARQL server elsewhere ({@code http://…}).
 *
 * @param name a directory, the word, or an address
 * @param remote how a server elsewhere is asked
 */
public record Location(String name, Remote remote) {

  private static final String MEMORY = "memory";

  /**
   * @throws IllegalArgumentException when it is empty, or begins like an address and is none, or
   *     holds a password
   */
  public Location {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "parley.store is empty. Name a directory, memory, or the address of a SPARQL server");
    }
    if (isRemote(name)) {
      Endpoint.check(URI.create(name));
    }
  }

  /** Whether there is a store already, which for a server elsewhere only asking it tells. */
  public boolean exists() {
    return isRemote(name) || Files.isDirectory(Path.of(name));
  }

  /**
   * Opens the store. A directory is made if it is missing.
   *
   * @throws StoreUnavailable when that cannot be done
   * @throws NotWritten when the change log cannot be written
   */
  public Store open() {
    return name.equals(MEMORY)
        ? Store.inMemory()
        : isRemote(name)
            ? remote(new Endpoint(URI.create(name), remote))
            : Store.open(Path.of(name));
  }

  /**
   * The same, for many who ask: one in this process answers queries from a copy in memory, while
   * half of the heap is enough for that.
   */
  public Store serve() {
    Store store = open();
    if (store.engine() instanceof EmbeddedEngine embedded) {
      Resident unused =
          embedded.keepInMemory(
              Runtime.getRuntime().maxMemory(),
              task -> Thread.ofPlatform().daemon().name("copy").start(task));
    }
    return store;
  }

  private static boolean isRemote(String name) {
    return name.matches("(?i)https?:.*");
  }

  @Override
  public String toString() {
    return name.equals(MEMORY)
        ? "in memory: what is changed is lost when the process ends"
        : isRemote(name) ? name : Path.of(name).toAbsolutePath().normalize().toString();
  }

  static Store inMemory(Changes changes) {
    return new Store(new EmbeddedEngine(Database.inMemory(), Space.UNLIMITED), changes);
  }

  static Store directory(Path directory, Space space) {
    Changes changes = new Changes(directory.resolve(Changes.HOME));
    Store store = new Store(new EmbeddedEngine(Database.open(directory), space), changes);
    try {
      readBookkeeping(store);
      Compaction.clean(directory);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e instanceof NotWritten ? e : Database.damaged(directory, e);
    }
  }

  private static Store remote(Endpoint endpoint) {
    RemoteEngine engine = new RemoteEngine(endpoint);
    try {
      engine.requireUnion();
      Store store = new Store(engine, new Changes(endpoint.changes()));
      readBookkeeping(store);
      return store;
    } catch (EngineFailure | IllegalStateException e) {
      String why = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
      throw new StoreUnavailable(endpoint.query(), why, "Mend that, or name another store", e);
    }
  }

  private static void readBookkeeping(Store store) {
    Revision unused =
        store.read(
            () -> {
              DatasetGraph data = store.dataset();
              data.find(Revisions.GRAPH, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {});
              Revision revision = Revisions.of(data);
              if (revision.number() == 0 && !data.isEmpty()) {
                throw new IllegalStateException(
                    "it has triples but no revision: Parley did not write it");
              }
              store.changes().align(revision, Difference.everything(data));
              return revision;
            });
  }
}
