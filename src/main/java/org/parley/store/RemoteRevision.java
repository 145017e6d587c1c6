package org.parley.store;

import java.util.ArrayList;
import java.util.List;
import org.parley.vocab.Vocab;

/**
 * The newest revision that a server elsewhere has: one small request while it is the last known.
 */
final class RemoteRevision {

  private static final String ENDED = Skolem.text(Revisions.ENDED_AT);

  /** Whatever the last known is. */
  private static final String HIGHEST =
      "SELECT ?revision ?at { ?revision a %s ; %s ?number ; %s ?at } ORDER BY DESC(?number) LIMIT 1"
          .formatted(Skolem.text(Vocab.REVISION), Skolem.text(Vocab.REVISION_NUMBER), ENDED);

  private final Endpoint endpoint;
  private volatile long last;

  RemoteRevision(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Asks for it.
   *
   * @throws EngineFailure when there is no answer
   */
  Revision ask() {
    List<Revision> found = all(here(last));
    if (found.size() != 1 || found.getFirst().number() != last) {
      found = all(HIGHEST);
    }
    Revision newest = found.isEmpty() ? Revision.NONE : found.getFirst();
    last = newest.number();
    return newest;
  }

  /** The last known, and one that would follow it. */
  private static String here(long number) {
    return "SELECT ?revision ?at { VALUES ?revision { %s %s } ?revision %s ?at }"
        .formatted(
            Skolem.text(Revisions.subject(number)),
            Skolem.text(Revisions.subject(number + 1)),
            ENDED);
  }

  private List<Revision> all(String query) {
    List<Revision> all = new ArrayList<>();
    endpoint
        .ask(query, Meter.unlimited())
        .forEachRemaining(row -> all.add(Revisions.of(row.get("revision"), row.get("at"))));
    return all;
  }
}
