package org.parley.intake;

import java.nio.file.Path;

/** What is named as the folder with the documents is no folder. */
public final class NoDocuments extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoDocuments(Path folder) {
    super(
        "There is no folder "
            + folder
            + ". Name the one that holds the documents (parley.documents), or leave the setting out"
            + " to do without their text.");
  }
}
