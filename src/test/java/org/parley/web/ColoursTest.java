package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2, success criterion 1.4.3: text has a contrast of 4.5 to 1, in light and in dark. */
class ColoursTest {

  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, card",
    "ink, tint",
    "ink, mark",
    "ink, mark-2",
    "ink, mark-3",
    "ink, warn-paper",
    "soft, paper",
    "soft, card",
    "soft, tint",
    "soft, warn-paper",
    "link, paper",
    "link, card",
    "link, warn-paper",
    "accent, paper",
    "accent, card",
    "move, paper",
    "move, card",
    "against, paper",
    "against, card",
    "warn, paper",
    "warn, warn-paper",
    "card, accent"
  })
  void textStandsOutFromItsGround(String text, String ground) throws IOException {
    String css = Files.readString(Path.of("src/main/resources/static/parley.css"));
    int dark = css.indexOf("prefers-color-scheme: dark");
    for (String scheme :
        new String[] {
          css.substring(0, dark), css.substring(dark, css.indexOf("box-sizing", dark))
        }) {
      Map<String, String> colours = new HashMap<>();
      for (MatchResult found : COLOUR.matcher(scheme).results().toList()) {
        colours.put(found.group(1), found.group(2));
      }
      double one = luminance(colours.getOrDefault(text, ""));
      double other = luminance(colours.getOrDefault(ground, ""));
      double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      assertThat(contrast).as(text + " on " + ground + " " + colours).isGreaterThanOrEqualTo(4.5);
    }
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
