package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many read and two write, for as long as the system property {@code soak.seconds} says: no request
 * fails, and the heap does not grow. The profile {@code soak} has it go on for half an hour.
 */
class SoakTest {

  private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 10));
  private static final int READERS = 64;
  private static final List<String> WRITERS = List.of("911", "912");
  private static final String TOKEN = "a-token-of-the-test";
  private static final List<String> PATHS =
      List.of(
          "/",
          "/meetings",
          "/documents",
          "/page/meeting/istanbul-2025-07-23",
          "/data/actor/russia.ttl",
          "/data/actor/ukraine.json",
          "/data/meeting/istanbul-2025-07-23.jsonld",
          "/queries/corroboration.csv",
          "/queries/demands.json",
          "/search?q=istanbul",
          "/changes.json",
          "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20a%20%3Ft%7D");

  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String base = "";

  @TempDir Path directory;

  @Test
  void manyReadWhileTwoWrite() throws Exception {
    int port = free();
    int management = free();
    base = "http://localhost:" + port;
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "org.parley.Parley",
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--logging.level.root=warn",
                "--parley.client.time=0s", // all of them come from one address
                "--parley.client.errors=0",
                "--parley.client.connections=0",
                "--parley.store=" + directory,
                "--parley.token=" + TOKEN)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await(server);
      long heapBefore = heap(server, management);
      long[] took = soak();
      long heapAfter = heap(server, management);
      Arrays.sort(took);
      System.out.printf(
          "soak of %d s, %d readers, %d writers: %,d reads, %d errors, p50 %d ms, p99 %d ms,"
              + " heap %d MiB at start, %d MiB at end%n",
          LENGTH.toSeconds(),
          READERS,
          WRITERS.size(),
          took.length,
          errors.size(),
          took[took.length / 2],
          took[took.length * 99 / 100],
          heapBefore >> 20,
          heapAfter >> 20);
      assertThat(errors).isEmpty();
      assertThat(heapAfter).isLessThan(256L << 20);
    } finally {
      server.destroy();
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  /** What each read took, in milliseconds. */
  private long[] soak() throws Exception {
    Instant end = Instant.now().plus(LENGTH);
    List<Future<List<Long>>> readers = new ArrayList<>();
    List<Future<?>> writers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(READERS + WRITERS.size())) {
      for (int i = 0; i < READERS; i++) {
        Random random = new Random(i);
        readers.add(threads.submit(() -> read(random, end)));
      }
      WRITERS.forEach(id -> writers.add(threads.submit(() -> write(id, end))));
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> reader : readers) {
        all.addAll(reader.get());
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      return all.stream().mapToLong(Long::longValue).toArray();
    }
  }

  private List<Long> read(Random random, Instant end) {
    List<Long> took = new ArrayList<>();
    while (Instant.now().isBefore(end)) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      long start = System.nanoTime();
      answer(HttpRequest.newBuilder(URI.create(base + path)).build());
      took.add((System.nanoTime() - start) / 1_000_000);
    }
    return took;
  }

  /** Puts a document in, corrects it and takes it out, over and over. */
  private void write(String id, Instant end) {
    URI document = URI.create(base + "/documents/" + id);
    for (int version = 0; Instant.now().isBefore(end); version++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(document)
              .header("Authorization", "Bearer " + TOKEN)
              .header("If-Match", "*")
              .header("Content-Type", "application/trig");
      answer(
          version % 3 == 2
              ? request.uri(URI.create(document + "?reason=soak")).DELETE().build()
              : request.PUT(BodyPublishers.ofString(Reports.bundle(id, version))).build());
    }
  }

  private static boolean isWrite(HttpRequest request) {
    return !request.method().equals("GET");
  }

  private void answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      while (isWrite(request) && response.headers().firstValue("Retry-After").isPresent()) {
        response = client.send(request, BodyHandlers.ofString()); // as whoever is sent away is told
      }
      if (response.statusCode() / 100 != 2) {
        errors.add(request.uri() + ": " + response.statusCode() + " " + response.body());
      }
    } catch (IOException e) {
      errors.add(request.uri() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Bytes in use after a collection. */
  private long heap(Process server, int management) throws Exception {
    Process collection =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()),
                "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collection.waitFor()).isZero();
    URI metrics = URI.create("http://localhost:" + management + "/actuator/prometheus");
    return client
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void await(Process server) throws Exception {
    HttpRequest front = HttpRequest.newBuilder(URI.create(base + "/")).build();
    while (server.isAlive()) {
      try {
        if (client.send(front, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    throw new AssertionError("The server ended with " + server.exitValue());
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
