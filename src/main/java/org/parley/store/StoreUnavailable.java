package org.parley.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The store in a directory cannot be opened. The message says where, why, and what to do. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailable(Path directory, String why, String remedy, @Nullable Throwable cause) {
    super(
        "The store in %s cannot be opened: %s. %s."
            .formatted(directory.toAbsolutePath().normalize(), why, remedy),
        cause);
  }
}
