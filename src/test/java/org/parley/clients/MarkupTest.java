package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type of page, and what is served as it stands, before the W3C's own checker, "Nu". */
class MarkupTest {

  @Test
  void isValid(@TempDir Path folder) throws IOException, InterruptedException {
    for (PageType page : PageType.all()) {
      Files.writeString(
          folder.resolve(page.fileName() + ".html"), Site.get(page.path(), Site.BROWSER).body());
    }
    Path served = Path.of("src/main/resources/static");
    for (String file : new String[] {"parley.css", "parley.svg"}) {
      Files.copy(served.resolve(file), folder.resolve(file)); // it would read scripts as pages
    }
    assertThat(complaints(folder)).isEmpty();
  }

  @Test
  void mistakesAreFound(@TempDir Path folder) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("page.html"),
        """
        <!DOCTYPE html><html lang="en"><title>A page</title><p><img src="a.png"><em>open</p>
        """);
    Files.writeString(folder.resolve("style.css"), "p { colour: red }");
    assertThat(complaints(folder))
        .anyMatch(line -> line.contains("alt"))
        .anyMatch(line -> line.contains("em"))
        .anyMatch(line -> line.contains("colour"));
  }

  /** In a process of its own, whose class path the build has written down. */
  private static List<String> complaints(Path... folders) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@target/tools.args",
                "-Xss4m", // as it asks for
                "nu.validator.client.SimpleCommandLineValidator",
                "--Werror",
                "--also-check-css",
                "--also-check-svg",
                "--stdout"));
    for (Path folder : folders) {
      command.add(folder.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      assertThat(process.waitFor()).as(lines.toString()).isEqualTo(lines.isEmpty() ? 0 : 1);
      return lines;
    }
  }
}
