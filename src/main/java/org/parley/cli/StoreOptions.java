package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Conditions;
import org.parley.intake.Documents;
import org.parley.intake.Intake;
import org.parley.intake.Receipt;
import org.parley.intake.Sources;
import org.parley.intake.Submissions;
import org.parley.store.Store;
import picocli.CommandLine.Option;

/** Which store a command changes, and how. */
final class StoreOptions {

  @Option(
      names = {"-s", "--store"},
      description =
          "Folder of the store, which no server may be using, or address of a SPARQL server;"
              + " without it the sources are read into memory and it is a dry run.")
  private @Nullable String store;

  @Option(
      names = "--sources",
      description = "Folder with ontology/, data/ and queries/ (default: here, else built in).")
  private @Nullable Path sources;

  @Option(names = "--dry-run", description = "Tells everything and changes nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Takes whatever version is there for the one meant.")
  private boolean force;

  Conditions conditions() {
    return new Conditions(force ? Set.of("*") : null, false, null, dryRun || store == null);
  }

  /** Changes the store, and prints the receipt. */
  int tell(Function<Submissions, Receipt> change) {
    Sources found = Sources.find(sources);
    try (Store opened = store == null ? Intake.inMemory(found) : DataOptions.existing(store)) {
      Submissions submissions = new Submissions(opened, found, Documents.in(null), 0);
      System.out.print(change.apply(submissions));
      return 0;
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: name a file that is there.", e);
    }
  }
}
