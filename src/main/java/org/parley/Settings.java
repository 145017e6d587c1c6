package org.parley;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings, each as {@code --parley.name=value} or {@code PARLEY_NAME=value}.
 *
 * @param store folder of the persistent store; created when it is not there
 * @param sources folder with {@code ontology/}, {@code data/} and {@code queries/}; without it the
 *     working directory if it holds them, else those that came with the program
 * @param documents folder with the documents themselves; with it the page of a document shows its
 *     text, without it only where its passages stand
 */
@ConfigurationProperties(prefix = "parley", ignoreUnknownFields = false)
record Settings(
    @DefaultValue("store") Path store, @Nullable Path sources, @Nullable Path documents) {

  /**
   * Checks what can be checked without looking at a disk.
   *
   * @throws BadSetting when a name is empty
   */
  Settings {
    require("parley.store", store);
    if (sources != null) {
      require("parley.sources", sources);
    }
    if (documents != null) {
      require("parley.documents", documents);
    }
  }

  private static void require(String name, Path folder) {
    if (folder.toString().isBlank()) {
      throw new BadSetting(name, "is empty. Name a folder, or leave it out");
    }
  }
}
