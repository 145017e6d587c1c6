package org.parley.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.store.Revision;

/**
 * What a load did.
 *
 * @param revision the store's revision after it
 * @param files what became of each file, in the order of their names
 * @param triples how many triples the store holds, facts included, coded events not
 * @param facts how many of them are derived facts
 */
public record LoadReceipt(Revision revision, List<Entry> files, long triples, long facts) {

  private static final int SHOWN = 20;

  /** What became of a file. */
  public enum Change {
    NEW,
    CHANGED,
    UNCHANGED,
    REMOVED
  }

  /**
   * A file and what became of it.
   *
   * @param file its name below the root
   * @param change what became of it
   */
  public record Entry(String file, Change change) {}

  /** How many files changed in this way. */
  public long count(Change change) {
    return files.stream().filter(entry -> entry.change() == change).count();
  }

  /** For people: what was loaded, what was recognised, and what the store holds now. */
  @Override
  public String toString() {
    return moved()
        + count(Change.UNCHANGED)
        + " of "
        + files.size()
        + " files recognised as loaded; revision "
        + revision.number()
        + ", "
        + triples
        + " triples, "
        + facts
        + " of them derived";
  }

  /** The files that moved, a line each, or how many where they would fill a screen. */
  private String moved() {
    List<Entry> moved = files.stream().filter(e -> e.change() != Change.UNCHANGED).toList();
    return moved.size() > SHOWN
        ? "  " + moved.size() + " files read\n"
        : moved.stream()
            .map(e -> "  " + e.change().name().toLowerCase(Locale.ROOT) + " " + e.file() + "\n")
            .collect(Collectors.joining());
  }
}
