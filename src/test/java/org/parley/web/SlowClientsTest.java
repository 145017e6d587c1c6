package org.parley.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Figure;
import org.parley.Parley;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Clients that are slow on purpose, against a server of two workers: once with no bound, where they
 * hold both, and once with ours.
 */
class SlowClientsTest {
  private static final int WORKERS = 2;
  private static final int MOST = 20;
  private static final byte ONE = 1;
  private static final byte OTHER = 2;

  private static ConfigurableApplicationContext undefended;
  private static ConfigurableApplicationContext defended;

  @BeforeAll
  static void start(@TempDir Path folder) {
    undefended = run(folder.resolve("a"), "connections=0", "patience=0s");
    defended = run(folder.resolve("b"), "connections=" + MOST, "patience=1s");
  }

  @AfterAll
  static void stop() {
    undefended.close();
    defended.close();
  }

  @Test
  void bodiesThatTrickleInHoldTheWorkersUndefended() throws Exception {
    List<Trickle> clients = trickles(undefended, "Content-Length: 90000\r\n\r\n");
    assertThatThrownBy(() -> ask(undefended, 3)).isInstanceOf(HttpTimeoutException.class);
    close(clients);
  }

  @Test
  @Tag(Figure.ATTACK)
  void bodiesThatTrickleInAreGivenUp() throws Exception {
    List<Trickle> clients = trickles(defended, "Content-Length: 90000\r\n\r\n");
    assertThat(ask(defended, 15)).isEqualTo(200);
    for (Trickle client : clients) {
      assertThat(client.answer())
          .contains(" 408 ", "Connection: close", "application/problem+json", "16 KiB a second");
    }
  }

  @Test
  @Tag(Figure.ATTACK)
  void formsThatTrickleInAreGivenUp() throws Exception {
    String form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\n";
    try (Trickle client = new Trickle(defended, form)) {
      assertThat(client.answer()).contains(" 408 ", "application/problem+json");
    }
  }

  @Test
  @Tag(Figure.ATTACK)
  void aHeadThatTricklesInIsGivenUp() throws Exception {
    try (Trickle client = new Trickle(defended, "X-Never-Ending: ")) {
      assertThat(client.answer()).isEmpty();
    }
  }

  @Test
  @Tag(Figure.ATTACK)
  void aClientThatFallsSilentIsGivenUp() throws Exception {
    try (Socket socket = connect(defended, ONE)) {
      send(socket, "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n\r\nx");
      assertThat(rest(socket)).contains(" 415 "); // told before the body is waited for
    }
    try (Socket socket = connect(defended, ONE)) {
      send(socket, "POST /sparql HTTP/1.1\r\nHost: localhost\r\n");
      assertThat(rest(socket)).isEmpty();
    }
  }

  @Test
  void answersThatNobodyTakesHoldTheWorkersUndefended() throws Exception {
    List<Socket> clients = idle(undefended);
    assertThatThrownBy(() -> ask(undefended, 3)).isInstanceOf(HttpTimeoutException.class);
    close(clients);
  }

  @Test
  @Tag(Figure.ATTACK)
  void answersThatNobodyTakesAreBrokenOff() throws Exception {
    List<Socket> clients = idle(defended);
    assertThat(ask(defended, 15)).isEqualTo(200);
    awaitWorkers(defended);
    for (Socket client : clients) {
      assertThat(rest(client)).as("the last chunk").doesNotEndWith("\r\n0\r\n\r\n");
    }
    close(clients);
  }

  @Test
  @Tag(Figure.ATTACK)
  void connectionsOfOneClientAreBounded() throws Exception {
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      clients.add(connect(defended, OTHER));
      send(clients.getLast(), "HEAD /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(clients.getLast().getInputStream().read()).isEqualTo('H');
    }
    try (Socket another = connect(defended, OTHER)) {
      send(another, "HEAD /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(rest(another)).isEmpty();
    }
    assertThat(ask(defended, 15)).as("another client").isEqualTo(200);
    close(clients);
  }

  @Test
  @Tag(Figure.ATTACK)
  void aBrokenChunkIsTheClientsFault() throws Exception {
    try (Socket socket = connect(defended, ONE)) {
      send(
          socket,
          """
          POST /sparql HTTP/1.1
          Host: localhost
          Content-Type: application/sparql-query
          Transfer-Encoding: chunked

          nonsense
          """);
      assertThat(rest(socket))
          .contains(" 400 ", "application/problem+json", "RFC 9112", "Access-Control-Allow-Origin")
          .doesNotContain("Fuseki");
    }
  }

  @Test
  @Tag(Figure.ATTACK)
  void aBodyThatEndsEarlyIsTheClientsFault() throws Exception {
    try (Socket socket = connect(defended, ONE)) {
      send(
          socket,
          """
          POST /sparql HTTP/1.1
          Host: localhost
          Content-Type: application/sparql-query
          Content-Length: 90

          ASK {}\
          """);
      socket.shutdownOutput();
      assertThat(rest(socket)).contains(" 400 ", "application/problem+json", "Content-Length");
    }
  }

  private static List<Trickle> trickles(ConfigurableApplicationContext server, String rest)
      throws IOException {
    List<Trickle> clients = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      clients.add(new Trickle(server, "Content-Type: application/sparql-query\r\n" + rest));
    }
    return clients;
  }

  /** Clients that ask for much and read no more than the beginning. */
  private static List<Socket> idle(ConfigurableApplicationContext server) throws IOException {
    String query =
        "SELECT (\"%s\" AS ?x) { VALUES ?n { 1 2 3 4 5 6 7 8 9 } ?s ?p ?o } LIMIT 9000"
            .formatted("x".repeat(3000));
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Socket socket = connect(server, ONE);
      send(
          socket,
          "GET /sparql?query=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .formatted(URLEncoder.encode(query, US_ASCII)));
      assertThat(socket.getInputStream().readNBytes(12)).asString().endsWith("200");
      clients.add(socket);
    }
    return clients;
  }

  private static int ask(ConfigurableApplicationContext server, int seconds) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI robots = URI.create("http://localhost:" + port(server) + "/robots.txt");
      var request = HttpRequest.newBuilder(robots).timeout(Duration.ofSeconds(seconds));
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  /** Until all are free: each waits for the others. */
  private static void awaitWorkers(ConfigurableApplicationContext server) throws Exception {
    CyclicBarrier all = new CyclicBarrier(WORKERS + 1);
    var web = (WebServerApplicationContext) server;
    var tomcat = (TomcatWebServer) Objects.requireNonNull(web.getWebServer());
    Executor workers = tomcat.getTomcat().getConnector().getProtocolHandler().getExecutor();
    for (int i = 0; i < WORKERS; i++) {
      workers.execute(
          () -> {
            try {
              all.await();
            } catch (InterruptedException | BrokenBarrierException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    all.await(15, TimeUnit.SECONDS);
  }

  private static Socket connect(ConfigurableApplicationContext server, byte from)
      throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, from}), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(server)));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (SocketException reset) {
      return "";
    }
  }

  private static void close(List<? extends AutoCloseable> clients) throws Exception {
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  private static int port(ConfigurableApplicationContext server) {
    return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static ConfigurableApplicationContext run(Path store, String... client) {
    return SpringApplication.run(
        Parley.class,
        Stream.concat(
                Stream.of(
                    "--server.port=0",
                    "--server.tomcat.threads.max=" + WORKERS,
                    "--server.tomcat.threads.min-spare=" + WORKERS,
                    "--parley.store=" + store),
                Stream.of(client).map("--parley.client."::concat))
            .toArray(String[]::new));
  }

  /** A POST of which a byte is sent every tenth of a second, until there is an answer. */
  private static final class Trickle implements AutoCloseable {
    private final Socket socket;
    private final StringBuilder answer = new StringBuilder();
    private final Thread sender;

    Trickle(ConfigurableApplicationContext server, String head) throws IOException {
      socket = connect(server, ONE);
      socket.setSoTimeout(100);
      send(socket, "POST /sparql HTTP/1.1\r\nHost: localhost\r\n" + head);
      sender = Thread.ofVirtual().start(this::trickle);
    }

    private void trickle() {
      try {
        int read = 0;
        while (read >= 0) {
          try {
            read = socket.getInputStream().read();
            if (read >= 0) {
              answer.append((char) read);
            }
          } catch (SocketTimeoutException e) {
            send(socket, "a");
          }
        }
      } catch (IOException closed) {
        // by either side
      }
    }

    String answer() throws InterruptedException {
      sender.join();
      return answer.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
