package org.parley.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.events.Generator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley generate}. */
@Command(
    name = "generate",
    description = {
      "Writes a table of invented events.",
      "It is of the mapping icews; the same number and seed give the same bytes."
    },
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Option(names = "--events", required = true, description = "How many rows.")
  private long events;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = {"-o", "--output"},
      description = "File to write (default: standard output).")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (events < 0) {
      throw new IllegalArgumentException("--events is a number from 0 on.");
    }
    if (output == null) {
      Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      Generator.write(events, seed, out);
      out.flush();
      return 0;
    }
    try (Writer out = Files.newBufferedWriter(output)) {
      Generator.write(events, seed, out);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("Cannot write " + output + ": make its folder first.", e);
    }
    return 0;
  }
}
