package org.parley.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A reasoner in a process of its own, so that the OWL API stays off our class path. */
final class Reasoner {

  private Reasoner() {}

  /**
   * The lines that {@code src/test/reasoner/Reasoner.java} prints, which are described there.
   *
   * @param profiled files that are to keep to OWL 2 DL and RL as well
   * @param others further files; all are taken together
   */
  static List<String> verdicts(List<Path> profiled, List<Path> others)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@target/tools.args"); // the class path, written by the build
    command.add("-XX:TieredStopAtLevel=1"); // it ends before more would pay
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("src/test/reasoner/Reasoner.java");
    profiled.forEach(file -> command.addAll(List.of("--profile", file.toString())));
    others.forEach(file -> command.add(file.toString()));

    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines;
    try (var output = process.inputReader()) {
      lines = output.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException("the reasoner could not read " + profiled + " and " + others);
    }
    return lines;
  }
}
