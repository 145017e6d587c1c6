package org.parley.intake;

import java.io.IOException;
import java.nio.file.Files;
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
    if (!Digest.of(bytes).equals(digest)) {
      throw new UnprovenDocument(
          path + " is not the text that was read: its digest is " + Digest.of(bytes) + ".");
    }
    return new DocumentText(bytes);
  }
}
