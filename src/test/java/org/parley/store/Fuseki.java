package org.parley.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stock Fuseki of another version than ours, as a process, with a data set in memory. */
public final class Fuseki implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final Process process;

  private Fuseki(int port, String configuration) {
    this.port = port;
    try {
      Path folder = Files.createTempDirectory("fuseki");
      Path log = folder.resolve("log");
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-jar",
                  Path.of("target", "tools", "fuseki.jar").toAbsolutePath().toString(),
                  "--localhost",
                  "--port=" + port,
                  "--config=" + Files.writeString(folder.resolve("fuseki.ttl"), configuration))
              .directory(folder.toFile()) // where it makes a folder of its own
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      await(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One as this project asks for it, but in memory. */
  public static Fuseki start() {
    return start(free());
  }

  /** The same on a port, where perhaps one was before. */
  public static Fuseki start(int port) {
    return new Fuseki(port, configuration());
  }

  /** One whose default graph is its own. */
  static Fuseki startWithoutUnion() {
    return new Fuseki(free(), configuration().replace("Graph true", "Graph false"));
  }

  private static String configuration() {
    try {
      return Files.readString(Path.of("engines", "fuseki.ttl"))
          .replace("location \"fuseki\"", "location \"--mem--\"");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until it takes requests. */
  private void await(Path log) throws IOException {
    while (true) {
      try {
        if (send("query=ASK%7B%7D", "/sparql") == 200) {
          return;
        }
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new AssertionError(Files.readString(log), e);
        }
        Thread.onSpinWait();
      }
    }
  }

  /** Where its data set is. */
  public String address() {
    return "http://localhost:" + port + "/parley";
  }

  public int port() {
    return port;
  }

  /** Makes it as it was at first. */
  public void empty() {
    update("DROP ALL");
  }

  /** Changes its data behind our back. */
  public void update(String text) {
    try {
      if (send("update=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "/update") / 100 != 2) {
        throw new AssertionError(text);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int send(String form, String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
