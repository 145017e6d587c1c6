package org.parley.clients;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium. Where there is none, the tests that need it are skipped and say so,
 * unless {@code -Dbrowser.required=true} makes that a failure.
 */
final class Chromium implements AutoCloseable {
  private static final String MISSING =
      "The browser tests did not run: there is no Chromium. To install it: sudo apt-get install"
          + " chromium";

  final Browser browser;
  private final Playwright playwright;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable));
  }

  static Chromium launch() {
    Optional<Path> executable =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (executable.isEmpty()) {
      if (Boolean.getBoolean("browser.required")) {
        fail(MISSING);
      }
      System.out.println(MISSING);
      abort(MISSING);
    }
    return new Chromium(executable.orElseThrow());
  }

  @Override
  public void close() {
    playwright.close();
  }
}
