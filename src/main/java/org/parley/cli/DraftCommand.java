package org.parley.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.parley.intake.DocumentText;
import org.parley.intake.draft.Draft;
import org.parley.intake.draft.Skeleton;
import org.parley.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley draft}. */
@Command(
    name = "draft",
    description = {
      "Writes a first draft of a document's bundle, as TriG on standard output:",
      "its register entry, its sentences as passages, and what of the register each mentions.",
      "What was found where, what is not certain and what is unknown goes to standard error."
    },
    mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {

  @Mixin private final TextOptions document = new TextOptions();
  @Mixin private final DataOptions data = new DataOptions();

  @Override
  public Integer call() {
    DocumentText text = document.text();
    String id = document.id();
    try (Store store = data.open()) {
      store.read(
          () -> {
            Draft draft = Draft.of(id, document.fileName(), text, store.dataset());
            new PrintStream(System.out, true, UTF_8)
                .print(new Skeleton(draft, store.dataset()).trig());
            new PrintStream(System.err, true, UTF_8).println(draft);
            return true;
          });
    }
    return 0;
  }
}
