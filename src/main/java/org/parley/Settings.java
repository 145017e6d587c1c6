package org.parley;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.store.Location;
import org.parley.store.Remote;
import org.parley.web.guard.Quota;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings, each as {@code --parley.name=value} or {@code PARLEY_NAME=value}.
 *
 * @param store folder of the persistent store, created when it is not there; {@code memory}; or the
 *     address of a SPARQL server, such as {@code http://localhost:3030/ds}
 * @param remote how that server is asked
 * @param sources folder with {@code ontology/}, {@code data/} and {@code queries/}; without it the
 *     working directory if it holds them, else those that came with the program
 * @param documents folder with the documents themselves; with it the page of a document shows its
 *     text, without it only where its passages stand
 * @param token who sends it may change the data; without it nobody may
 * @param base scheme and authority at which the world sees this server, such as {@code
 *     https://example.org}; without it absolute addresses follow the {@code Host} of a request
 * @param cache how much of what was sent is kept in memory, to be sent again while the data is the
 *     same; 0 keeps nothing
 * @param copy whether queries are answered from a copy of the data in memory, where half of the
 *     heap is enough for it
 * @param client what one client may use
 */
@ConfigurationProperties(prefix = "parley", ignoreUnknownFields = false)
record Settings(
    @DefaultValue("store") String store,
    @DefaultValue Remote remote,
    @Nullable Path sources,
    @Nullable Path documents,
    @Nullable String token,
    @Nullable URI base,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("true") boolean copy,
    @DefaultValue Quota client) {

  /**
   * @throws IllegalArgumentException when the base is more or less than scheme and authority, or
   *     the token is easily guessed or cannot stand in a header, or the store is where none can be
   */
  Settings {
    if (token != null && !token.matches("[\\x21-\\x7e]{16,}")) {
      throw new IllegalArgumentException(
          "a token has at least 16 characters, visible ones of ASCII; openssl rand -hex 32 makes"
              + " one");
    }
    if (cache.isNegative()) {
      throw new IllegalArgumentException("cache is 0 or more, such as 64MB, not " + cache);
    }
    if (base != null && !base.toString().matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
      throw new IllegalArgumentException(
          "base is a scheme and a host, such as https://example.org, and nothing after them, not "
              + base);
    }
    var unused = new Location(store, remote);
  }

  /** Where the store is. */
  Location location() {
    return new Location(store, remote);
  }
}
