package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of page in Chromium, on a phone and a desk, light and dark. The pictures are kept in
 * {@code target/screenshots}.
 */
class BrowserTest {
  private static Chromium chromium;
  private static String axe;

  enum Screen {
    PHONE(360, 740),
    DESK(1280, 900);

    final int width;
    final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  @BeforeAll
  static void launch() throws IOException {
    chromium = Chromium.launch();
    try (InputStream script = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Stream<Arguments> views() {
    return PageType.all().stream()
        .flatMap(
            page ->
                Stream.of(Screen.values())
                    .flatMap(
                        screen ->
                            Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(page, screen, scheme))));
  }

  @ParameterizedTest
  @MethodSource("views")
  void looksRight(PageType type, Screen screen, ColorScheme scheme) {
    try (var context =
        chromium.browser.newContext(
            new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme))) {
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      listen(page, type, complaints);
      page.navigate(Site.BASE + type.path());
      page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(picture(type, screen, scheme)));
      assertThat(page.locator("h1").count()).as("headings of the first rank").isOne();
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("width of the page")
          .isEqualTo(screen.width);
      page.evaluate(axe);
      assertThat((List<?>) page.evaluate(VIOLATIONS)).as("axe: WCAG 2.2 AA").isEmpty();
      assertThat(complaints).as("what the browser complains about").isEmpty();
    }
  }

  private static final String VIOLATIONS =
      """
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then(result => result.violations.map(
          it => it.id + ': ' + it.help + ', at ' + it.nodes.map(node => node.target).join(' | ')))
      """;

  @ParameterizedTest
  @MethodSource("org.parley.clients.PageType#all")
  void theKeyboardReachesTheContent(PageType type) {
    try (Page page = chromium.browser.newPage()) {
      page.navigate(Site.BASE + type.path());
      page.keyboard().press("Tab");
      assertThat(focused(page).getAttribute("href")).isEqualTo("#main");
      assertThat(Objects.requireNonNull(focused(page).boundingBox()).x).isNotNegative();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      Locator first = page.locator("main *:focus");
      assertThat(first.count()).as("what is focused stands in the content").isOne();
      assertThat(first.evaluate("it => getComputedStyle(it).outlineStyle"))
          .as("the focus is seen")
          .isNotEqualTo("none");
    }
  }

  @ParameterizedTest
  @MethodSource("org.parley.clients.PageType#all")
  void nothingNeedsScripts(PageType type) {
    try (var context =
        chromium.browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(Site.BASE + type.path());
      assertThat(page.locator("main").innerText()).hasSizeGreaterThan(100);
      assertThat(page.locator("h1, :not([hidden]) > h2").all())
          .isNotEmpty()
          .allMatch(Locator::isVisible);
      Locator folded = page.locator("main details:not([open]) > summary");
      while (folded.count() > 0) {
        folded.first().click(); // opens without a script
      }
      assertThat(page.locator("main form").all())
          .allSatisfy(form -> assertThat(form.locator("button").first().isVisible()).isTrue());
    }
  }

  @Test
  void aQuestionIsAskedWithoutScripts() {
    try (var context =
        chromium.browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(Site.BASE + "/queries/as-of-events");
      String all = page.locator("tbody").innerText();
      page.getByLabel("day").fill("2025-07-01");
      page.getByText("Ask", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForURL("**/queries/as-of-events?day=2025-07-01*");
      assertThat(page.locator("tbody").innerText()).isNotBlank().isNotEqualTo(all);
    }
  }

  private static void listen(Page page, PageType type, List<String> complaints) {
    page.onConsoleMessage(
        message -> {
          // That an error page has an error's status is no complaint.
          boolean itself =
              message.text().startsWith("Failed to load resource")
                  && message.location().startsWith(Site.BASE + type.path() + ":");
          if (List.of("error", "warning").contains(message.type()) && !itself) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(Site.BASE + "/")) {
            complaints.add("asks " + request.url());
          }
        });
  }

  private static Locator focused(Page page) {
    return page.locator(":focus");
  }

  private static Path picture(PageType type, Screen screen, ColorScheme scheme) {
    return Path.of(
        "target",
        "screenshots",
        "%s-%s-%s.png".formatted(type.fileName(), screen, scheme).toLowerCase(Locale.ROOT));
  }
}
