package org.parley.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.parley.store.Store;

/**
 * Takes event tables into a store that holds the ontology, some thousand rows in each revision.
 * What was interrupted goes on where it stopped, and what is there already is not taken twice.
 */
public final class Events {

  /** Rows in one revision. */
  private static final int CHUNK = 25_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Store store;
  private final Layout layout;
  private final int size;

  public Events(Store store, Layout layout) {
    this(store, layout, CHUNK);
  }

  Events(Store store, Layout layout, int size) {
    this.store = store;
    this.layout = layout;
    this.size = size;
  }

  /**
   * Takes a table.
   *
   * @param name what it is called in the data set: lower-case letters and digits, with hyphens
   *     between
   * @param progress is told now and then how much of it is read, from 0 to 1
   * @throws UnusableTable when it cannot be read, is no such table, or another is called so; what
   *     was taken before that stays
   */
  public Receipt take(Path file, String name, DoubleConsumer progress) {
    if (name.length() > 50 || !NAME.matcher(name).matches()) {
      throw new UnusableTable(
          "'%s' is no --name: it has lower-case letters and digits, with hyphens between."
              .formatted(name),
          null);
    }
    long began = System.nanoTime();
    Source source = Source.look(file, name, layout);
    Ledger before = store.read(() -> Ledger.of(store.dataset(), source));
    Tally tally = new Tally();
    long quads = 0;
    if (!before.whole()) {
      try (Rows rows = source.rows()) {
        Reading reading = store.read(() -> new Reading(store, layout, size, source, tally));
        quads = reading.all(rows, before, progress);
      } catch (IOException e) {
        throw Source.unreadable(file, e);
      }
    }
    return new Receipt(
        name, before.rows(), before.whole(), tally, quads, (System.nanoTime() - began) / 1e9);
  }
}
