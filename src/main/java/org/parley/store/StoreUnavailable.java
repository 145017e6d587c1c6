package org.parley.store;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A store cannot be opened. The message says where, why, and what to do. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailable(Path directory, String why, String remedy, @Nullable Throwable cause) {
    this("in " + directory.toAbsolutePath().normalize(), why, remedy, cause);
  }

  StoreUnavailable(URI address, String why, String remedy, @Nullable Throwable cause) {
    this("at " + address, why, remedy, cause);
  }

  private StoreUnavailable(String where, String why, String remedy, @Nullable Throwable cause) {
    super("The store %s cannot be opened: %s. %s.".formatted(where, why, remedy), cause);
  }
}
