package org.parley.intake;

import java.nio.file.Path;

/** The folder named as sources lacks what makes it one. */
public final class NoSources extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSources(Path folder, String missing) {
    super(
        "There is no "
            + missing
            + " in "
            + folder
            + ". Name the folder that holds ontology/, data/ and queries/, or leave the setting out"
            + " to use the ones that came with the program.");
  }
}
