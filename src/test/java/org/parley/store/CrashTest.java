package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.StoreTest.turtle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Figure;
import org.parley.Kill;
import org.parley.vocab.Vocab;

/**
 * A process that writes to a store is killed at random moments; then every write that it had
 * acknowledged is there whole, and every other whole or not at all. How often it is killed the
 * system property {@code crash.kills} says.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("crash.kills", 10);
  private static final int TRIPLES = 50;

  /** An acknowledgement; a line that the kill cut short is none. */
  private static final Pattern ACKNOWLEDGED = Pattern.compile("(\\d+) (w\\d-\\d+)\\.");

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    Random random = new Random(20251112);
    int acknowledged = 0;
    List<String> lost = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Path folder = directory.resolve("store-" + kill / 10); // which sees ten of them
      List<String> lines =
          Kill.run(
              Writing.class,
              Duration.ofMillis(random.nextInt(400)),
              folder.toString(),
              Integer.toString(1_000_000 * (kill + 1)));
      try (Store store = Store.open(folder)) {
        for (String line : lines) {
          var match = ACKNOWLEDGED.matcher(line);
          if (match.matches()) {
            acknowledged++;
            if (!isWhole(store, Long.parseLong(match.group(1)), match.group(2))) {
              lost.add("kill " + kill + ": " + line);
            }
          }
        }
        assertThatGraphsAreWhole(store);
        ChangesTest.assertReplays(store);
      }
    }
    System.out.printf(
        "%d kills, %d acknowledged writes, %d lost%n", KILLS, acknowledged, lost.size());
    Figure.KILLS.add(KILLS);
    Figure.WRITES_ACKNOWLEDGED.add(acknowledged);
    Figure.WRITES_LOST.add(lost.size());
    assertThat(acknowledged).isGreaterThanOrEqualTo(KILLS);
    assertThat(lost).isEmpty();
  }

  @Test
  void aWriteThatIsNotThereIsNoticed() {
    try (Store store = Store.open(directory)) {
      Writing.write(store, 0, 1);
      assertThat(isWhole(store, 1, "w0-1")).isTrue();
      assertThat(isWhole(store, 1, "w0-2")).isFalse();
      assertThat(isWhole(store, 2, "w0-2")).isFalse();
    }
  }

  /** Whether a revision is there, and wrote all that it should have. */
  private static boolean isWhole(Store store, long revision, String text) {
    try (InputStream patch = store.changes().patch(revision)) {
      return store.revision().number() >= revision
          && new String(patch.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.startsWith("A ") && line.contains("\"" + text + "\""))
                  .count()
              == TRIPLES;
    } catch (NoSuchElementException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertThatGraphsAreWhole(Store store) {
    store.read(
        () -> {
          for (int writer = 0; writer < Writing.WRITERS; writer++) {
            List<Node> objects =
                store.dataset().getGraph(Writing.graph(writer)).stream()
                    .map(triple -> triple.getObject())
                    .toList();
            assertThat(objects.size()).isIn(0, TRIPLES);
            assertThat(Set.copyOf(objects).size()).isLessThanOrEqualTo(1);
          }
          return true;
        });
  }

  /** The process that is killed: each of its writers replaces a graph over and over. */
  static final class Writing {

    static final int WRITERS = 3;

    public static void main(String[] arguments) {
      Store store = Store.open(Path.of(arguments[0]));
      int first = Integer.parseInt(arguments[1]);
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        new Thread(
                () -> {
                  for (int n = first; ; n++) {
                    Revision revision = write(store, writer, n);
                    System.out.println(revision.number() + " w" + writer + "-" + n + ".");
                  }
                })
            .start();
      }
    }

    static Node graph(int writer) {
      return Vocab.graph("document/" + writer);
    }

    static Revision write(Store store, int writer, int n) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < TRIPLES; i++) {
        text.append(":s%d :p 'w%d-%d' . ".formatted(i, writer, n));
      }
      return store.replace(Map.of(graph(writer), turtle(text.toString())), Set.of());
    }
  }
}
