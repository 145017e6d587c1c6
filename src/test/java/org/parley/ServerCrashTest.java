package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Store;
import org.springframework.boot.SpringApplication;

/**
 * The server is killed at random moments while documents are put in; then every one whose receipt
 * was sent is there, in that version or a later one. How often, the system property {@code
 * crash.server.kills} says.
 */
class ServerCrashTest {

  private static final int KILLS = Integer.getInteger("crash.server.kills", 2);
  private static final Pattern RECEIPT = Pattern.compile("(\\d+) (\\S+) (\\d+)\\.");
  private static final Pattern VERSION = Pattern.compile("In version (\\d+) ");

  @TempDir Path directory;

  @Test
  void whatWasReceiptedIsThere() throws Exception {
    Random random = new Random(20251112);
    int receipts = 0;
    List<String> lost = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> lines =
          Kill.run(
              Serving.class,
              Duration.ofMillis(random.nextInt(4000)),
              directory.toString(),
              Integer.toString(1000 * (kill + 1)));
      try (Store store = Store.open(directory)) {
        for (String line : lines) {
          Matcher receipt = RECEIPT.matcher(line);
          if (receipt.matches()) {
            receipts++;
            if (!isThere(
                store,
                Long.parseLong(receipt.group(1)),
                receipt.group(2),
                Integer.parseInt(receipt.group(3)))) {
              lost.add("kill " + kill + ": " + line);
            }
          }
        }
      }
    }
    System.out.printf(
        "%d kills of the server, %d documents receipted, %d lost%n", KILLS, receipts, lost.size());
    Figure.KILLS.add(KILLS);
    Figure.WRITES_ACKNOWLEDGED.add(receipts);
    Figure.WRITES_LOST.add(lost.size());
    assertThat(receipts).isGreaterThanOrEqualTo(KILLS);
    assertThat(lost).isEmpty();
  }

  /** Whether a revision put that version in, and no older one stands in its place. */
  private static boolean isThere(Store store, long revision, String id, int version)
      throws Exception {
    try (var patch = store.changes().patch(revision)) {
      String change = new String(patch.readAllBytes(), StandardCharsets.UTF_8);
      boolean put = change.contains("In version " + version + " ") && change.contains(id);
      return put && store.read(() -> version(store, id)) >= version;
    }
  }

  private static int version(Store store, String id) {
    var texts =
        store
            .dataset()
            .find(
                Node.ANY,
                NodeFactory.createURI("https://w3id.org/parley/id/stance/" + id + "-venue"),
                Node.ANY,
                Node.ANY);
    while (texts.hasNext()) {
      Matcher version = VERSION.matcher(texts.next().getObject().toString());
      if (version.find()) {
        return Integer.parseInt(version.group(1));
      }
    }
    return -1;
  }

  /** The process that is killed: a server, and clients of it that put documents in. */
  static final class Serving {

    private static final String TOKEN = "a-token-of-the-test";

    public static void main(String[] arguments) {
      var server =
          SpringApplication.run(
              Parley.class,
              "--server.port=0",
              "--logging.level.root=off",
              "--parley.store=" + arguments[0],
              "--parley.token=" + TOKEN);
      String base =
          "http://localhost:"
              + server.getEnvironment().getProperty("local.server.port")
              + "/documents/";
      int first = Integer.parseInt(arguments[1]);
      for (String id : List.of("901", "902", "903")) {
        new Thread(() -> write(base, id, first)).start();
      }
    }

    private static void write(String base, String id, int first) {
      HttpClient client = HttpClient.newHttpClient();
      for (int version = first; ; version++) {
        HttpRequest put =
            HttpRequest.newBuilder(URI.create(base + id))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/trig")
                .header("If-Match", "*")
                .header("Idempotency-Key", id + "-" + version)
                .PUT(BodyPublishers.ofString(Reports.bundle(id, version)))
                .build();
        try {
          HttpResponse<String> receipt = client.send(put, BodyHandlers.ofString());
          if (receipt.statusCode() / 100 != 2) {
            System.err.println(receipt.body());
            return;
          }
          System.out.printf(
              "%s %s %d.%n",
              receipt.headers().firstValue("Parley-Revision").orElseThrow(), id, version);
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
