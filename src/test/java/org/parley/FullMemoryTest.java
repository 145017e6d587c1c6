package org.parley;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Store;
import org.springframework.boot.SpringApplication;

/** A server in a process of its own whose memory fills up. */
class FullMemoryTest {
  private static final String SPENT = "OutOfMemoryError";

  @TempDir private Path folder;

  @Test
  void leavesAProcessThatLivesOnWithoutTheFlag() throws Exception {
    Process server = start();
    try {
      assertThat(said(server, SPENT)).contains(SPENT);
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void endsTheProcessWithItAndTheStoreIsSound() throws Exception {
    Process server = start("-XX:+ExitOnOutOfMemoryError");
    try {
      assertThat(said(server, "no such words")).contains("Parley is ready", SPENT);
      assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(server.exitValue()).isEqualTo(3);
    } finally {
      server.destroyForcibly().waitFor();
    }
    try (Store store = Store.open(folder.resolve("store"))) {
      assertThat(store.revision().number()).isEqualTo(1);
    }
  }

  private Process start(String... flags) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
    Stream.of(flags).forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Filling.class.getName(),
            "--server.port=0",
            "--parley.store=" + folder.resolve("store")));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** What it says until it says those words or ends. */
  private static String said(Process process, String words) throws IOException {
    StringBuilder said = new StringBuilder();
    Reader reader = new InputStreamReader(process.getInputStream(), UTF_8);
    for (int c = reader.read(); c >= 0 && said.indexOf(words) < 0; c = reader.read()) {
      said.append((char) c);
    }
    return said.toString();
  }

  /** Starts a server and takes all the memory there is. */
  static final class Filling {
    private static final List<byte[]> TAKEN = new ArrayList<>();

    public static void main(String[] arguments) {
      SpringApplication.run(Parley.class, arguments);
      while (true) {
        TAKEN.add(new byte[1 << 20]);
      }
    }
  }
}
