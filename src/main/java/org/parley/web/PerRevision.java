package org.parley.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;

/** What is made of the data once for each revision, and kept until there is another. */
final class PerRevision<T> {
  private record Made<T>(long revision, T value) {}

  private final Store store;
  private final Supplier<T> making;
  private @Nullable Made<T> made;

  /**
   * Makes nothing yet.
   *
   * @param making is called within a reading
   */
  PerRevision(Store store, Supplier<T> making) {
    this.store = store;
    this.making = making;
  }

  /** What there is of the revision that the current reading sees. */
  synchronized T get() {
    return store.read(
        () -> {
          long revision = store.revision().number();
          Made<T> kept = made;
          if (kept == null || kept.revision() < revision) {
            kept = new Made<>(revision, making.get());
            made = kept;
          }
          return kept.revision() == revision ? kept.value() : making.get();
        });
  }
}
