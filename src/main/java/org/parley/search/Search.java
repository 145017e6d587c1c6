package org.parley.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;

/** Finds things by name in the newest revision of a store. */
public final class Search {

  /** The kinds of what can be found. */
  public static final List<String> KINDS =
      Stream.concat(Prefixes.KINDS.stream(), Stream.of("term")).toList();

  private final Store store;
  private volatile @Nullable Names newest;

  public Search(Store store) {
    this.store = store;
  }

  /**
   * The things one of whose names has at least half of the words of a text, or words that begin
   * with them or differ by one or two typing errors. Best first. A text without words finds
   * nothing; of one with more than 128, those are searched for.
   *
   * @param kind only things of this kind; null for all
   * @param offset how many of the best to leave out
   * @param limit how many to give at most
   */
  public Found find(String text, @Nullable String kind, int offset, int limit) {
    return current().find(text, kind, offset, limit);
  }

  /** Those who come while the names are being read wait for them, rather than reading them too. */
  private Names current() {
    Names names = newest;
    if (names != null && names.revision().equals(store.revision())) {
      return names;
    }
    synchronized (this) {
      names = newest;
      if (names == null || !names.revision().equals(store.revision())) {
        names = Names.of(store);
        newest = names;
      }
      return names;
    }
  }
}
