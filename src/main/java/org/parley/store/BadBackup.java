package org.parley.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A backup cannot be restored. The message says which part of it is wrong, and how. */
public final class BadBackup extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadBackup(Path file, String why, @Nullable Throwable cause) {
    super("The backup %s cannot be used: %s. Take another one.".formatted(file, why), cause);
  }
}
