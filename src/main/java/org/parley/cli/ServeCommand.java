package org.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley serve}. */
@Command(
    name = "serve",
    description = "Loads what changed into the store and serves it over HTTP.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Start it as java -XX:+ExitOnOutOfMemoryError -jar parley.jar serve, and have it started"
          + " again",
      "when it ends: a server whose memory is full must not live on.",
      "",
      "Every other setting can be given by the environment, such as",
      "  LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs     log lines as JSON (also: gelf, logstash)",
      "  SERVER_FORWARDHEADERSSTRATEGY=framework   believe a proxy's X-Forwarded-* headers",
      "  MANAGEMENT_SERVER_ADDRESS=0.0.0.0         health and metrics for other machines",
      "  PARLEY_REMOTE_USER, PARLEY_REMOTE_PASSWORD  where the store is a SPARQL server",
      "  PARLEY_BASE=https://example.org           its address as the world sees it",
      "  PARLEY_CLIENT_TIME=120s                   work for one client in a minute; 0s: no bound",
      "  PARLEY_CLIENT_ERRORS=300                  its refused requests in a minute; 0: no bound",
      "  PARLEY_CLIENT_CONNECTIONS=100             its open connections; 0: no bound",
      "  PARLEY_CLIENT_PATIENCE=10s                for slow requests and readers; 0s: no end",
      "  SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE=20s   how long requests may take to finish"
    })
final class ServeCommand implements Runnable {

  private final Server server;

  @Option(
      names = {"-p", "--port"},
      description = "Port to listen on (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--management-port",
      description =
          "Port of /actuator/health and /actuator/prometheus (default: one above the other).")
  private @Nullable Integer managementPort;

  @Option(
      names = {"-s", "--store"},
      description =
          "Folder of the persistent store (default: store), memory, or the address of a SPARQL"
              + " server, such as http://localhost:3030/ds.")
  private @Nullable String store;

  @Option(
      names = "--sources",
      description = "Folder with ontology/, data/ and queries/ (default: here, else built in).")
  private @Nullable Path sources;

  @Option(
      names = {"-d", "--documents"},
      description = "Folder with the documents themselves: their pages then show the text.")
  private @Nullable Path documents;

  ServeCommand(Server server) {
    this.server = server;
  }

  @Override
  public void run() {
    List<String> settings = new ArrayList<>();
    set(settings, "server.port", checked(port));
    set(settings, "management.server.port", checked(managementPort));
    set(settings, "parley.store", store);
    set(settings, "parley.sources", sources);
    set(settings, "parley.documents", documents);
    server.start(settings);
  }

  private static void set(List<String> settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.add("--" + name + "=" + value);
    }
  }

  private static @Nullable Integer checked(@Nullable Integer port) {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new IllegalArgumentException(
          "There is no port " + port + ". Ports are 0 to 65535; 0 takes any that is free.");
    }
    return port;
  }
}
