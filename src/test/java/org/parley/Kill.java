package org.parley;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that is killed with SIGKILL while it works. */
public final class Kill {

  private Kill() {}

  /**
   * Runs the main method of a class that prints a line for each thing it has acknowledged, and
   * kills it.
   *
   * @param after how long after its first line
   * @return the lines that it printed whole
   */
  public static List<String> run(Class<?> main, Duration after, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = process.inputReader()) {
      List<String> lines = new ArrayList<>();
      String first = output.readLine();
      if (first == null || process.waitFor(after.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError("it ended by itself, with " + process.waitFor());
      }
      process.toHandle().destroyForcibly(); // which, unlike Process, leaves the stream open
      for (String line = first; line != null; line = output.readLine()) {
        lines.add(line);
      }
      process.waitFor();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
