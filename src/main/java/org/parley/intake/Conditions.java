package org.parley.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which a document is to be put in or taken out.
 *
 * @param match the digests of the versions that may be changed, or {@code *} for any; null when
 *     none is named (RFC 9110 §13.1.1)
 * @param absent whether there must be none (RFC 9110 §13.1.2, {@code If-None-Match: *})
 * @param key names the request, so that a repetition is recognised; null when none is given
 * @param dryRun whether to tell everything and change nothing
 */
public record Conditions(
    @Nullable Set<String> match, boolean absent, @Nullable String key, boolean dryRun) {

  /** Whatever is there. */
  public static final Conditions ANY = new Conditions(Set.of("*"), false, null, false);

  /**
   * Holds them against the version that is there; an empty one says that there is none.
   *
   * @throws NotTaken when they do not hold
   */
  void check(Bundle present) {
    String id = present.id();
    if (present.isEmpty()) {
      if (match != null && !match.contains("*")) {
        throw NotTaken.outdated("There is no document '%s' that could be replaced".formatted(id));
      }
      return;
    }
    if (absent) {
      throw NotTaken.outdated("There is a document '%s' already".formatted(id));
    }
    if (match == null) {
      throw NotTaken.conditionMissing(id);
    }
    if (!match.contains("*") && !match.contains(present.digest())) {
      throw NotTaken.outdated(
          "Document '%s' was changed since: it is another version now".formatted(id));
    }
  }
}
