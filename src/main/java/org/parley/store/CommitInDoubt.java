package org.parley.store;

/**
 * A commit failed half way: the change may be there or not. The store takes no more writes; when it
 * is opened again, by another process, the change is there whole or not at all.
 */
public final class CommitInDoubt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommitInDoubt(Throwable cause) {
    super(
        "The disk failed while the change was committed (%s), so it may be stored or not. Start the server again, then look whether it is there."
            .formatted(cause.getMessage()),
        cause);
  }
}
