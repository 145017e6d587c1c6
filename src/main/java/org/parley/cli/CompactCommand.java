package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.store.Compaction;
import org.parley.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley compact}. */
@Command(
    name = "compact",
    description = {
      "Copies a store into fresh files and removes the old ones,",
      "which grow with every change. No server may be using it; a server compacts by",
      "POST /actuator/compact."
    },
    mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {

  @Option(
      names = {"-s", "--store"},
      description = "Folder of the store (default: ${DEFAULT-VALUE}).")
  private String store = "store";

  @Override
  public Integer call() {
    try (Store opened = DataOptions.existing(store)) {
      Compaction compaction = opened.compact();
      System.out.println(
          "%s: %,d bytes before, %,d after"
              .formatted(store, compaction.before(), compaction.after()));
    }
    return 0;
  }
}
