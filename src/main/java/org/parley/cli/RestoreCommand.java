package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.store.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley restore}. */
@Command(
    name = "restore",
    description = "Verifies a backup, then makes a store of it, with its revision and its history.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "File that `parley backup` wrote.")
  private Path file = Path.of("parley.zip");

  @Option(
      names = {"-s", "--store"},
      required = true,
      description = "Folder for the store; it is made, or is empty.")
  private Path store = Path.of("store");

  @Override
  public Integer call() {
    System.out.println(
        "%s: revision %d restored".formatted(store, Restore.restore(file, store).number()));
    return 0;
  }
}
