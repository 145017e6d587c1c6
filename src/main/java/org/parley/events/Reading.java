package org.parley.events;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.DoubleConsumer;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;

/**
 * One way through a table: rows become chunks, and a chunk is written while the next one is drawn
 * up.
 */
final class Reading {

  /** So many wrong rows are no table. */
  static final int MOST_WRONG = 1_000;

  private static final int LONGEST_NAME = 300;

  private final Store store;
  private final Layout layout;
  private final int size;

  private final Source source;
  private final Tally tally;
  private final Register register;
  private final Parties parties;
  private final Terms terms;

  /** One that is to be made within a reading of the store. */
  Reading(Store store, Layout layout, int size, Source source, Tally tally) {
    this.store = store;
    this.layout = layout;
    this.size = size;
    this.source = source;
    this.tally = tally;
    this.register = new Register(store.dataset());
    this.parties = new Parties(store.dataset());
    this.terms = new Terms(store.dataset());
  }

  /** Takes the rows that were not read before, and says how many triples they came to. */
  long all(Rows rows, Ledger before, DoubleConsumer progress) throws IOException {
    long skip = Math.max(before.rows(), layout.header());
    @Nullable Row row = rows.next();
    while (row != null && row.number() <= skip) {
      row = rows.next();
    }
    Ledger ledger = before;
    long quads = 0;
    try (ForkJoinPool writer = new ForkJoinPool(1)) {
      ForkJoinTask<?> writing = writer.submit(() -> {});
      while (row != null) {
        Chunk drawn = new Chunk(terms);
        long number = row.number();
        for (int i = 0; i < size && row != null; i++) {
          Row next = row;
          store.read(
              () -> {
                put(next, drawn);
                return true;
              });
          number = row.number();
          row = rows.next();
        }
        Ledger from = ledger;
        Ledger after = new Ledger(number, row == null);
        quads += drawn.quads().size();
        double share = (double) rows.bytes() / source.size();
        writing.join();
        writing = writer.submit(() -> write(drawn, from, after));
        ledger = after;
        progress.accept(share);
      }
      writing.join();
    }
    return quads;
  }

  private void write(Chunk chunk, Ledger before, Ledger after) {
    Set<Quad> removed =
        before.rows() == 0 ? new LinkedHashSet<>() : new LinkedHashSet<>(before.quads(source));
    Set<Quad> added = after.quads(source);
    Set<Quad> same = new LinkedHashSet<>(added);
    same.retainAll(removed);
    added.removeAll(same);
    removed.removeAll(same);
    chunk.quads().addAll(added);
    var unused = store.extend(Map.of(), chunk.quads(), removed);
  }

  private void put(Row row, Chunk chunk) {
    try {
      String[] fields = row.fields(layout.columns());
      Category category = category(fields);
      LocalDate day = day(fields);
      String acted = name(layout.name(fields, layout.source(), layout.sourceCountry()));
      String towards = name(layout.name(fields, layout.target(), layout.targetCountry()));
      Category.@Nullable Kind kind = category.kind();
      if (kind == null) {
        tally.skipped(row.number(), "%s: %s".formatted(category.label(), category.about()));
      } else if (acted.isEmpty() || towards.isEmpty()) {
        tally.skipped(row.number(), "it does not name both who acted and towards whom");
      } else if (acted.equals(towards)) {
        tally.skipped(row.number(), "the same is named on both sides");
      } else {
        source.describe(register, chunk);
        Event event =
            new Event(
                row,
                category,
                parties.called(acted, source.document(), chunk),
                parties.called(towards, source.document(), chunk),
                day);
        new Coding(source, register, chunk).put(event, kind);
        tally.took(kind);
      }
    } catch (WrongRow e) {
      tally.wrong("%s:%d: %s".formatted(source.file(), row.number(), e.getMessage()));
      if (tally.wrong() == MOST_WRONG) {
        throw new UnusableTable(
            "%,d rows are wrong, the first: %s".formatted(MOST_WRONG, tally.told().getFirst()),
            null);
      }
    }
  }

  private Category category(String[] fields) {
    String action = fields[layout.action() - 1];
    @Nullable Category category = Category.of(action);
    if (category == null) {
      throw new WrongRow(
          "has the action '%s', which is no category of CAMEO or PLOVER. Correct it, or add it to categories.tsv."
              .formatted(action.length() > 80 ? action.substring(0, 80) + "…" : action));
    }
    return category;
  }

  private LocalDate day(String[] fields) {
    @Nullable LocalDate day = layout.day(fields);
    String given = fields[layout.date() - 1];
    if (day == null || Layout.toCome(day)) {
      throw new WrongRow(
          "has the date '%s', which %s. Correct it."
              .formatted(
                  given.length() > 20 ? given.substring(0, 20) + "…" : given,
                  day == null ? "there is not" : "is still to come"));
    }
    return day;
  }

  private static String name(String name) {
    if (name.length() > LONGEST_NAME) {
      throw new WrongRow(
          "has a name of more than %d characters. Shorten it.".formatted(LONGEST_NAME));
    }
    return name;
  }
}
