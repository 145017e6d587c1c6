package org.parley.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.intake.DocumentText;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which document a command reads. */
final class TextOptions {

  private static final Pattern NUMBER = Pattern.compile("^(\\d+)(?=[_.-]|$)");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

  @Parameters(paramLabel = "FILE", description = "The document, as text in UTF-8.")
  private Path file = Path.of("");

  @Option(
      names = "--id",
      description = "Its number, such as 005 (default: what its file name begins with).")
  private @Nullable String id;

  /**
   * Its text.
   *
   * @throws org.parley.intake.UnreadableText when it is none
   */
  DocumentText text() {
    return DocumentText.read(file);
  }

  /** The name of its file, without a folder. */
  String fileName() {
    return String.valueOf(file.getFileName());
  }

  /**
   * Its number.
   *
   * @throws IllegalArgumentException when none is given, nor in the name of the file, or it is none
   */
  String id() {
    Matcher number = NUMBER.matcher(fileName());
    String given = id != null ? id : number.find() ? number.group(1) : "";
    if (!ID.matcher(given).matches()) {
      throw new IllegalArgumentException(
          given.isEmpty()
              ? "The document has no number. Give it the next that is free, such as --id 005."
              : "'%s' is no number of a document: take letters, digits and hyphens, such as 005."
                  .formatted(given));
    }
    return given;
  }
}
