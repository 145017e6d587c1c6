package org.parley.intake;

/** A change was not even looked at; the store is as it was. The message says why and what to do. */
public final class NotTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** The document's name is none. */
    MALFORMED_ID,
    /** There is no such document. */
    UNKNOWN,
    /** It is not the version that was meant. */
    OUTDATED,
    /** It does not say which version is meant. */
    CONDITION_MISSING,
    /** The same key came with another request before. */
    KEY_REUSED,
    /** Too many changes are waiting. */
    BUSY
  }

  private final Cause why;

  private NotTaken(Cause why, String message) {
    super(message);
    this.why = why;
  }

  /** Why it was not taken. */
  public Cause why() {
    return why;
  }

  static NotTaken malformedId(String id) {
    return new NotTaken(
        Cause.MALFORMED_ID,
        "'%s' cannot name a document. Use lower-case letters and digits, with hyphens between them, such as 005; events-… are tables of events"
            .formatted(id.length() > 80 ? id.substring(0, 80) + "…" : id));
  }

  static NotTaken unknown(String id) {
    return new NotTaken(
        Cause.UNKNOWN, "There is no document '%s'. /documents lists those there are".formatted(id));
  }

  static NotTaken outdated(String what) {
    return new NotTaken(
        Cause.OUTDATED, what + ". Fetch it again, make your change to that, and send its ETag");
  }

  static NotTaken conditionMissing(String id) {
    return new NotTaken(
        Cause.CONDITION_MISSING,
        "There is a document '%s'. Say which version of it you mean: over HTTP by If-Match and the ETag that GET gave you, on the command line by --force for whatever is there"
            .formatted(id));
  }

  static NotTaken keyReused(String key) {
    return new NotTaken(
        Cause.KEY_REUSED,
        "The idempotency key '%s' came with another request before. Give each request its own"
            .formatted(key));
  }

  static NotTaken busy(int waiting) {
    return new NotTaken(
        Cause.BUSY,
        "%d changes are waiting. Nothing was changed: send it again later, with the same key"
            .formatted(waiting));
  }
}
