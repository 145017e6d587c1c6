package org.parley.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows that were read. */
public final class Tally {

  /** How many wrong rows are told one by one. */
  static final int TOLD = 20;

  /**
   * Rows that were passed over for one reason.
   *
   * @param count how many
   * @param first the line of the first
   */
  public record Skipped(long count, long first) {
    private Skipped and(Skipped other) {
      return new Skipped(count + other.count, first);
    }
  }

  private final Map<String, Long> taken = new TreeMap<>();
  private final Map<String, Skipped> skipped = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private long read;
  private long wrong;

  void took(Category.Kind kind) {
    read++;
    taken.merge(kind.name(), 1L, Long::sum);
  }

  void skipped(long line, String why) {
    read++;
    skipped.merge(why, new Skipped(1, line), Skipped::and);
  }

  void wrong(String what) {
    read++;
    wrong++;
    if (told.size() < TOLD) {
      told.add(what);
    }
  }

  /** How many were read. */
  public long read() {
    return read;
  }

  /** How many were taken, by the kind of event. */
  public Map<String, Long> taken() {
    return taken;
  }

  /** Which were passed over, by the reason. */
  public Map<String, Skipped> skipped() {
    return skipped;
  }

  /** How many were wrong. */
  public long wrong() {
    return wrong;
  }

  /** What was wrong with the first of them. */
  public List<String> told() {
    return told;
  }
}
