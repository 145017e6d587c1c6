package org.parley.store;

import java.nio.file.Path;

/** A change could not be put on disk, and nothing was changed. The message says where and why. */
public final class NotWritten extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotWritten(Path file, Exception cause) {
    super(
        "Nothing was changed: %s cannot be written (%s). Mend that, then send it again."
            .formatted(file, cause.getMessage()),
        cause);
  }
}
