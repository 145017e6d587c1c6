package org.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.store.Backup;
import org.parley.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley backup}. */
@Command(
    name = "backup",
    description = {
      "Writes one revision, with its history, into a ZIP file whose digests it verifies.",
      "With --server it is that of a server at work, by its management port; else that of a store",
      "that no server is using."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "File to write, or to replace when all is well.")
  private Path file = Path.of("parley.zip");

  @Option(
      names = {"-s", "--store"},
      description = "Folder of the store (default: ${DEFAULT-VALUE}).")
  private String store = "store";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Management port of a server, such as http://localhost:8081.")
  private @Nullable URI server;

  @Override
  public Integer call() throws IOException {
    int entries = Backup.save(file, server == null ? this::offline : this::running);
    System.out.println("%s: %d entries, verified".formatted(file, entries));
    return 0;
  }

  private void offline(OutputStream out) {
    try (Store opened = DataOptions.existing(store)) {
      var unused = Backup.write(opened, out);
    }
  }

  private void running(OutputStream out) throws IOException {
    URI backup = URI.create(server + "/actuator/backup");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(HttpRequest.newBuilder(backup).build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IllegalArgumentException(
              "%s answered %d. Is that the management port?"
                  .formatted(backup, answer.statusCode()));
        }
        body.transferTo(out);
      }
    } catch (ConnectException e) {
      throw new IllegalArgumentException("No server answers at " + server + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The backup was interrupted", e);
    }
  }
}
