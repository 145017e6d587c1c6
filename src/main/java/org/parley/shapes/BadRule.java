package org.parley.shapes;

import java.nio.file.Path;

/** A shape, a check or a rule that cannot be run as it stands. */
public final class BadRule extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  BadRule(Path file, Throwable cause) {
    super(
        "%s cannot be run: %s. Correct it; the data were not touched."
            .formatted(file, shortened(String.valueOf(cause.getMessage()))),
        cause);
  }

  BadRule(Path file, String why) {
    super("%s cannot be run: %s. Correct it; the data were not touched.".formatted(file, why));
  }

  private static String shortened(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
