package org.parley.intake;

import java.nio.file.Path;

/** A file that is not the text of a document. The message says why, and where. */
public final class UnreadableText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableText(Path file, String why) {
    super(file + " cannot be read as the text of a document: " + why);
  }
}
