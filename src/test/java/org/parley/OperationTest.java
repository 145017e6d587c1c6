package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.Commands;
import org.parley.store.Restore;
import org.parley.store.Store;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as whoever runs it meets it: health, metrics, log, settings, start and stop. */
@ExtendWith(OutputCaptureExtension.class)
class OperationTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String EXIT = "ExitOnOutOfMemoryError";

  @TempDir private static Path folder;
  private static ConfigurableApplicationContext server;
  private static int port;
  private static int management;

  @BeforeAll
  static void start() {
    server = run("--parley.store=" + folder.resolve("store"));
    port = port(server, "local.server.port");
    management = port(server, "local.management.port");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void healthIsAReadingOfTheStore() {
    HttpResponse<String> health = get(management, "/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"store\"", "\"revision\":1", "\"status\":\"UP\"");
  }

  @Test
  void aStoreThatCannotBeReadIsDown() {
    Store closed = Store.inMemory();
    closed.close();
    assertThat(new StoreHealth(closed).health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void metricsAreThoseOfPrometheus() {
    assertThat(get(management, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void aServerAtWorkIsBackedUpAndCompacted() throws Exception {
    Path file = folder.resolve("backup.zip");
    assertThat(
            Commands.run(
                settings -> {},
                "backup",
                file.toString(),
                "--server",
                "http://localhost:" + management))
        .isZero();
    assertThat(Restore.restore(file, folder.resolve("restored")).number()).isEqualTo(1);

    URI compact = URI.create("http://localhost:" + management + "/actuator/compact");
    HttpRequest post = HttpRequest.newBuilder(compact).POST(BodyPublishers.noBody()).build();
    assertThat(CLIENT.send(post, BodyHandlers.ofString()).body())
        .matches("\\{\"before\":\\d+,\"after\":\\d+}");
    assertThat(get(management, "/actuator/compact").statusCode()).isEqualTo(405);
    assertThat(get(management, "/actuator/health").body()).contains("\"revision\":1");
  }

  @Test
  void aQueryThatRunsIsListedAndEnded() throws InterruptedException, ExecutionException {
    String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    CompletableFuture<HttpResponse<String>> asked =
        CompletableFuture.supplyAsync(
            () -> get(port, "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    String listed;
    do {
      listed = get(management, "/actuator/queries").body();
    } while (!listed.contains("?j ?k ?l"));
    assertThat(listed).contains("\"kind\":\"sparql\"", "\"client\":\"127.0.0.1\"", "\"since\"");
    String id = listed.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
    HttpRequest end =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + management + "/actuator/queries/" + id))
            .DELETE()
            .build();

    assertThat(send(end).statusCode()).isEqualTo(200);
    assertThat(asked.get().statusCode()).isEqualTo(503);
    assertThat(asked.get().body()).contains("operator");
    assertThat(send(end).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health/..;/env",
        "/actuator/health;a=b",
        "/actuator/health/",
        "/actuator//health",
        "/%61ctuator/health",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator/metrics",
        "/actuator/shutdown",
        "/",
        "/queries",
        "/sparql?query=ASK%7B%7D"
      })
  void nothingElseIsThere(String path) {
    assertThat(get(management, path).statusCode()).isEqualTo(404);
  }

  @Test
  void noPageInABrowserReachesTheManagementPort() {
    assertThat(get(management, "/actuator/health", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(get(management, "/actuator/health", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theLogSaysThatAFullMemoryMustEndTheProcess(CapturedOutput output) {
    run("--parley.store=" + folder.resolve("flag")).close();
    boolean given =
        ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+" + EXIT);
    assertThat(output.getOut().contains("java -XX:+" + EXIT)).isEqualTo(!given);
  }

  @Test
  void writesAreOffUntilATokenIsSet(CapturedOutput output) {
    URI document = URI.create("http://localhost:" + port + "/documents/000?reason=none");
    for (String given : new String[] {"Bearer", "Bearer null", "Bearer changeme-changeme"}) {
      HttpRequest.Builder request = HttpRequest.newBuilder(document).DELETE();
      assertThat(send(request.header("Authorization", given).build()).statusCode()).isEqualTo(403);
    }
    run("--parley.store=" + folder.resolve("flag")).close();
    assertThat(output.getOut()).contains("none are taken: parley.token is not set");
    assertThat(failure("--parley.token=short")).contains("parley", "at least 16 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/prometheus",
        "/actuator/backup",
        "/actuator/compact",
        "/actuator/queries"
      })
  void noneOfItIsPublic(String path) {
    assertThat(get(port, path).statusCode()).isEqualTo(404);
  }

  @Test
  void noLineOfTheLogCanBeForged(CapturedOutput output) {
    MDC.put("request", "r-1");
    try {
      LoggerFactory.getLogger("parley")
          .info("said\n00:00:00.000 INFO  forged", new IllegalStateException("x\n00:00:00.001 y"));
    } finally {
      MDC.remove("request");
    }
    assertThat(output.getOut().lines())
        .anyMatch(line -> line.endsWith("INFO  [r-1] said"))
        .anyMatch(line -> line.contains("forged"))
        .anyMatch(line -> line.contains("00:00:00.001"))
        .noneMatch(line -> line.startsWith("00:00:00.00"));
  }

  @Test
  void aManagementPortThatIsTakenSaysWhatToDo() {
    assertThat(failure("--parley.store=" + folder.resolve("b"), taken()))
        .contains(
            "Port " + management + " is taken", "--management-port", "management.server.port");
  }

  @Test
  void aSettingThatIsWrongSaysWhichAndWhy() {
    assertThat(failure("--parley.store=")).contains("parley.store is empty");
    assertThat(failure("--parley.stoer=x")).contains("no setting parley.stoer", "parley.store");
    assertThat(failure("--parley.client.time=1ms")).contains("parley.client", "from 1s to 1d");
    assertThat(failure("--parley.client.errors=-1")).contains("parley.client", "0 or more");
    assertThat(failure("--parley.client.errors=many")).contains("parley.client.errors", "many");
    assertThat(failure("--parley.base=example.org/x")).contains("https://example.org");
    assertThat(failure("--parley.sources=" + folder)).contains(folder.toString(), "parley.ttl");
  }

  /** A request that has begun is answered, though the server has been told to stop meanwhile. */
  @Test
  void stopsGracefully() throws Exception {
    ConfigurableApplicationContext other = run("--parley.store=" + folder.resolve("other"));
    int its = port(other, "local.server.port");
    String query = "ASK { ?s ?p ?o }";
    Thread closing = new Thread(other::close);
    try (Socket socket = new Socket("localhost", its)) {
      send(
          socket,
          "POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/sparql-query\r\nExpect: 100-continue\r\n"
              + "Content-Length: %d\r\n\r\n".formatted(query.length()));
      byte[] begun = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
      assertThat(new String(begun, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 100");
      closing.start();
      awaitRefusal(its);
      send(socket, query);
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("HTTP/1.1 200", "true");
    } finally {
      closing.join();
    }
  }

  private static void awaitRefusal(int port) throws IOException {
    while (true) {
      try (Socket accepted = new Socket("localhost", port)) {
        assertThat(accepted.isConnected()).isTrue();
      } catch (ConnectException e) {
        return;
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String taken() {
    return "--management.server.port=" + management;
  }

  private static String failure(String... settings) {
    String[] said = new String[1];
    assertThatThrownBy(() -> run(settings).close())
        .satisfies(
            failure -> {
              FailureAnalysis analysis = new StartFailure().analyze(failure);
              said[0] =
                  analysis == null
                      ? failure.toString() + failure.getCause()
                      : analysis.getDescription();
            });
    return said[0];
  }

  private static ConfigurableApplicationContext run(String... settings) {
    return SpringApplication.run(
        Parley.class,
        Stream.concat(Stream.of("--server.port=0"), Arrays.stream(settings))
            .toArray(String[]::new));
  }

  private static int port(ConfigurableApplicationContext context, String name) {
    return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty(name)));
  }

  private static HttpResponse<String> get(int port, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
