package org.parley.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.io.FilenameUtils;
import org.jspecify.annotations.Nullable;
import org.parley.events.Events;
import org.parley.events.Layout;
import org.parley.events.Receipt;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley import}. */
@Command(
    name = "import",
    description = "Takes tables into a store that no server is using.",
    synopsisSubcommandLabel = "events",
    mixinStandardHelpOptions = true)
final class ImportCommand {

  private static final int BAR = 40;

  @Command(
      name = "events",
      description = {
        "Takes a table of coded events in: meetings, visits, demands, offers, appeals, refusals,",
        "accusations and agreements, each with its row as evidence. The same table is taken once;",
        "what was interrupted goes on where it stopped."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:it was read, and what it tells of negotiations was taken",
        "1:rows were wrong and the others taken, or it cannot be read",
        "2:wrong command line"
      })
  Integer events(
      @Parameters(paramLabel = "FILE", description = "The table: text in UTF-8, tabs between.")
          Path file,
      @Option(
              names = {"-m", "--mapping"},
              defaultValue = "icews",
              description =
                  "Which column is what: icews, gdelt, polecat, or a file (default:"
                      + " ${DEFAULT-VALUE}).")
          String mapping,
      @Option(
              names = {"-n", "--name"},
              description = "What it is called in the data set (default: after the file).")
          @Nullable String name,
      @Option(
              names = {"-s", "--store"},
              defaultValue = "store",
              description =
                  "Folder of the store, which is made where there is none (default:"
                      + " ${DEFAULT-VALUE}).")
          Path store,
      @Option(
              names = "--sources",
              description =
                  "Folder with ontology/, data/ and queries/ (default: here, else built in).")
          @Nullable Path sources) {
    Layout layout = Layout.named(mapping);
    try (Store opened = Store.open(store)) {
      if (opened.revision().number() == 0) {
        var unused = new Intake(opened, Sources.find(sources)).load();
      }
      Receipt receipt =
          new Events(opened, layout)
              .take(file, name == null ? named(file) : name, ImportCommand::progress);
      System.out.print(receipt);
      return receipt.tally().wrong() == 0 ? 0 : 1;
    }
  }

  /** The name of a file as a name of a table. */
  private static String named(Path file) {
    return FilenameUtils.getBaseName(file.toString())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** A bar on a terminal, and nothing elsewhere. */
  private static void progress(double share) {
    if (Ansi.AUTO.enabled()) {
      int done = (int) (share * BAR);
      System.err.printf("\r[%s%s] %3.0f %%", "=".repeat(done), " ".repeat(BAR - done), share * 100);
      if (share >= 1) {
        System.err.println();
      }
    }
  }
}
