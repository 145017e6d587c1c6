package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.intake.Submissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley retract}. */
@Command(
    name = "retract",
    description = {
      "Takes a document out of a store that no server is using: what DELETE /documents/ID does",
      "over HTTP. What nothing else rests on goes with it and answers from then on why."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it was taken out", "1:that cannot be done", "2:wrong command line"})
final class RetractCommand implements Callable<Integer> {

  @Mixin private StoreOptions options = new StoreOptions();

  @Parameters(paramLabel = "ID", description = "Its slug, such as 005.")
  private String id = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for those who look for it later.")
  private String reason = "";

  @Override
  public Integer call() {
    return options.tell(
        (Submissions submissions) -> submissions.retract(id, reason, options.conditions()));
  }
}
