package org.parley.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
    name = "parley",
    description = "A knowledge graph of negotiations, every fact with the passage that says it.",
    subcommands = {
      CheckCommand.class,
      QueryCommand.class,
      ExportCommand.class,
      PutCommand.class,
      RetractCommand.class,
      ImportCommand.class,
      GenerateCommand.class,
      PassagesCommand.class,
      DraftCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CompactCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "Parley 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "COMMAND --help tells more of each. Without a command, or with settings only",
      "(--server.port=9090), the server is started."
    })
public final class Commands {

  private Commands() {}

  /**
   * Runs the command that is named and gives the exit code: 0 when all is well, 1 when something is
   * wrong that the message says, 2 when the command line is wrong.
   *
   * @param server what starts the server
   * @param arguments the command line
   */
  public static int run(Server server, String... arguments) {
    return new CommandLine(new Commands())
        .addSubcommand(new ServeCommand(server))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              commandLine
                  .getErr()
                  .println(failure.getMessage() == null ? failure : failure.getMessage());
              return commandLine.getCommandSpec().exitCodeOnExecutionException();
            })
        .execute(arguments);
  }
}
