package org.parley.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.store.Location;
import org.parley.store.Remote;
import org.parley.store.Store;
import picocli.CommandLine.Option;

/** Which data a command reads. */
final class DataOptions {

  @Option(
      names = "--sources",
      description = "Folder with ontology/, data/ and queries/ (default: here, else built in).")
  private @Nullable Path sources;

  @Option(
      names = {"-s", "--store"},
      description =
          "Folder of a persistent store to read as it is, which no server may be using, or address"
              + " of a SPARQL server; without it the sources are read into memory.")
  private @Nullable String store;

  Sources sources() {
    return Sources.find(sources);
  }

  /**
   * The data, to be closed after use.
   *
   * @throws org.parley.store.StoreUnavailable when the store cannot be opened
   * @throws org.parley.intake.Rejected when the sources are wrong
   * @throws IllegalArgumentException when there is no such folder
   */
  Store open() {
    if (store == null) {
      return Intake.inMemory(sources());
    }
    return existing(store);
  }

  /**
   * Opens a store that is there already.
   *
   * @throws org.parley.store.StoreUnavailable when it cannot be opened
   * @throws IllegalArgumentException when there is no such folder
   */
  static Store existing(String store) {
    Location location = new Location(store, remote(System.getenv()));
    if (!location.exists()) {
      throw new IllegalArgumentException(
          "There is no store in " + store + ". Start the server first, or name another --store.");
    }
    return location.open();
  }

  /** How a SPARQL server is asked: never on the command line, which others can read. */
  private static Remote remote(Map<String, String> environment) {
    String timeout = environment.get("PARLEY_REMOTE_TIMEOUT");
    String changes = environment.get("PARLEY_REMOTE_CHANGES");
    return new Remote(
        address(environment.get("PARLEY_REMOTE_QUERY")),
        address(environment.get("PARLEY_REMOTE_UPDATE")),
        environment.get("PARLEY_REMOTE_USER"),
        environment.get("PARLEY_REMOTE_PASSWORD"),
        timeout == null ? null : Duration.parse("PT" + timeout),
        changes == null ? null : Path.of(changes));
  }

  private static @Nullable URI address(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }
}
