package org.parley.events;

import java.time.LocalDate;

/** An event as a row tells it. */
record Event(Row row, Category category, Party source, Party target, LocalDate day) {

  /** The same in a sentence. */
  String gist() {
    return "%s, towards %s: %s (%s), %s."
        .formatted(source.name(), target.name(), category.label(), category.code(), day);
  }
}
