package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Evidence;
import org.parley.intake.Intake;
import org.parley.intake.LoadReceipt;
import org.parley.intake.Rejected;
import org.parley.intake.Sources;
import org.parley.queries.Catalogue;
import org.parley.shapes.Finding;
import org.parley.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley check}. */
@Command(
    name = "check",
    description = {
      "Reads the sources into memory and holds them against the shapes and the checks.",
      "With --documents it also holds every passage against the documents. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all is well", "1:something was found", "2:wrong command line"})
final class CheckCommand implements Callable<Integer> {

  private static final int SCREEN = 8;

  @Option(
      names = "--sources",
      description = "Folder with ontology/, data/ and queries/ (default: here, else built in).")
  private @Nullable Path sources;

  @Option(
      names = {"-d", "--documents"},
      paramLabel = "DIR",
      description = "Folder with the documents themselves.")
  private @Nullable Path documents;

  @Option(names = "--all", description = "Shows every finding, not only one screen of them.")
  private boolean all;

  @Override
  public Integer call() {
    Sources found = Sources.find(sources);
    Catalogue catalogue = Catalogue.read(found.queries());
    try (Store store = Store.inMemory()) {
      LoadReceipt receipt = new Intake(store, found).load();
      say(
          "%d files, %d triples, %d of them derived: shapes and checks hold. %d queries can be read."
              .formatted(
                  receipt.files().size(),
                  receipt.triples(),
                  receipt.facts(),
                  catalogue.queries().size()));
      if (documents == null) {
        say("The passages were not held against documents: no --documents.");
        return 0;
      }
      Path folder = documents;
      Evidence evidence = store.read(() -> Evidence.check(folder, found, store.dataset()));
      say(evidence.findings());
      say(evidence.toString());
      return evidence.findings().isEmpty() ? 0 : 1;
    } catch (Rejected e) {
      say(e.findings());
      say("Found wrong: %d. Mend the files named above.".formatted(e.findings().size()));
      return 1;
    }
  }

  private void say(List<Finding> findings) {
    findings.stream()
        .limit(all ? Long.MAX_VALUE : SCREEN)
        .forEach(finding -> say(finding.toString()));
    if (!all && findings.size() > SCREEN) {
      say("… and %d more: --all shows them.".formatted(findings.size() - SCREEN));
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
