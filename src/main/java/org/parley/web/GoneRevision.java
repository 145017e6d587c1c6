package org.parley.web;

import org.jspecify.annotations.Nullable;
import org.parley.queries.BadParameter;
import org.parley.store.Revision;

/** A revision is asked for that is not kept. */
final class GoneRevision extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private GoneRevision(String wanted, Revision present) {
    super(
        "Revision %s is not kept. The present one is %d, of %s. Leave the parameter out to see it"
            .formatted(wanted, present.number(), present.at()));
  }

  /**
   * Does nothing if the parameter {@code revision} is not given or names the present one.
   *
   * @throws GoneRevision when it names an earlier one
   * @throws BadParameter when it is no revision, or given more than once
   */
  static void check(String @Nullable [] given, Revision present) {
    if (given == null) {
      return;
    }
    if (given.length != 1 || !given[0].matches("\\d{1,18}")) {
      throw new BadParameter(
          "revision", "Parameter 'revision' is given once, as the whole number of a revision.");
    }
    require(Long.parseLong(given[0]), present);
  }

  /**
   * Does nothing if that revision is the present one.
   *
   * @throws GoneRevision when it came before
   * @throws BadParameter when there is none such yet
   */
  static void require(long wanted, Revision present) {
    if (wanted > present.number()) {
      throw new BadParameter(
          "revision",
          "There is no revision %d yet; the present one is %d."
              .formatted(wanted, present.number()));
    }
    if (wanted < present.number()) {
      throw new GoneRevision(Long.toString(wanted), present);
    }
  }
}
