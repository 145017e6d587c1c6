package org.parley.events;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;

/**
 * Takes event tables into a store that holds the ontology, some thousand rows in each revision.
 * What was interrupted goes on where it stopped, and what is there already is not taken twice.
 */
public final class Events {

  /** Rows in one revision. */
  private static final int CHUNK = 10_000;

  /** So many wrong rows are no table. */
  static final int MOST_WRONG = 1_000;

  private static final int LONGEST_NAME = 300;
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
        Reading reading = store.read(() -> new Reading(source, tally));
        quads = reading.all(rows, before, progress);
      } catch (IOException e) {
        throw Source.unreadable(file, e);
      }
    }
    return new Receipt(
        name, before.rows(), before.whole(), tally, quads, (System.nanoTime() - began) / 1e9);
  }

  private final class Reading {

    private final Source source;
    private final Tally tally;
    private final Register register = new Register(store.dataset());
    private final Parties parties = new Parties(store.dataset());
    private final Terms terms = new Terms(store.dataset());

    Reading(Source source, Tally tally) {
      this.source = source;
      this.tally = tally;
    }

    long all(Rows rows, Ledger before, DoubleConsumer progress) throws IOException {
      long skip = Math.max(before.rows(), layout.header());
      @Nullable Row row = rows.next();
      while (row != null && row.number() <= skip) {
        row = rows.next();
      }
      Ledger ledger = before;
      long quads = 0;
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
        Ledger after = new Ledger(number, row == null);
        quads += drawn.quads().size();
        write(drawn, ledger, after);
        ledger = after;
        progress.accept((double) rows.bytes() / source.size());
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
      var unused = store.extend(chunk.quads(), removed);
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
}
