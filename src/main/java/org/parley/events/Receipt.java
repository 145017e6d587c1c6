package org.parley.events;

import java.util.Locale;
import java.util.Map;
import org.parley.events.Tally.Skipped;

/**
 * What became of a table.
 *
 * @param name what it is called
 * @param before how many of its rows were read by an earlier run
 * @param unchanged whether that was all of it
 * @param tally what became of the others
 * @param triples how many were added
 * @param seconds how long it took
 */
public record Receipt(
    String name, long before, boolean unchanged, Tally tally, long triples, double seconds) {

  /** The same for people: an honest count. */
  @Override
  public String toString() {
    if (unchanged) {
      return "%s UNCHANGED: its %,d rows were read before.%n".formatted(name, before);
    }
    StringBuilder text = new StringBuilder();
    if (before > 0) {
      text.append("%,d rows were read before.%n".formatted(before));
    }
    long taken = tally.taken().values().stream().mapToLong(Long::longValue).sum();
    long skipped = tally.skipped().values().stream().mapToLong(Skipped::count).sum();
    text.append(
        "%s: %,d rows read, %,d taken, %,d skipped, %,d wrong.%n"
            .formatted(name, tally.read(), taken, skipped, tally.wrong()));
    tally
        .taken()
        .forEach(
            (kind, count) ->
                text.append(
                    "  taken   %,9d  %s%n".formatted(count, kind.toLowerCase(Locale.ROOT))));
    tally.skipped().entrySet().stream()
        .sorted(
            Map.Entry.<String, Skipped>comparingByValue(
                    (one, two) -> Long.compare(two.count(), one.count()))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry ->
                text.append(
                    "  skipped %,9d  %s (first in line %d)%n"
                        .formatted(
                            entry.getValue().count(), entry.getKey(), entry.getValue().first())));
    tally.told().forEach(wrong -> text.append("  wrong   %s%n".formatted(wrong)));
    if (tally.wrong() > tally.told().size()) {
      text.append("  wrong   … and %,d more%n".formatted(tally.wrong() - tally.told().size()));
    }
    return text.append(
            "%,d triples in %.1f s: %,.0f rows/s, %,.0f triples/s%n"
                .formatted(triples, seconds, tally.read() / seconds, triples / seconds))
        .toString();
  }
}
