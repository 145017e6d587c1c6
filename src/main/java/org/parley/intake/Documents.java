package org.parley.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the documents themselves, which are no part of the data.
 *
 * @param folder null when there is none at hand
 */
public record Documents(@Nullable Path folder) {

  /**
   * That folder.
   *
   * @throws NoDocuments when it is none
   */
  public static Documents in(@Nullable Path folder) {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoDocuments(folder);
    }
    return new Documents(folder);
  }

  /** Whether a file of that name is in the folder, and nowhere else. */
  boolean has(String file) {
    try {
      return folder != null
          && Path.of(file).equals(Path.of(file).getFileName())
          && Files.isRegularFile(folder.resolve(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether there is a folder. */
  public boolean present() {
    return folder != null;
  }

  /**
   * The text of a document.
   *
   * @param file its name in the folder
   * @param digest of its bytes
   * @throws UnprovenDocument when no file of that name is there, or it has another digest
   */
  public DocumentText text(String file, String digest) {
    if (folder == null) {
      throw new UnprovenDocument("No folder with documents is named.");
    }
    Path path = folder.resolve(file);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UnprovenDocument(
          "The document is not there: " + path + ". Name the folder that holds it.");
    }
    return DocumentText.proven(path.toString(), bytes, digest);
  }
}
