package org.parley.store;

import org.jspecify.annotations.Nullable;

/**
 * An engine that is elsewhere did not do what it was asked. The message says what it was, and what
 * to do.
 */
public abstract sealed class EngineFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private EngineFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** It cannot be reached. It was not asked at all. */
  public static final class Down extends EngineFailure {
    private static final long serialVersionUID = 1L;

    Down(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** It answered with an error, with nonsense, or with half an answer. */
  public static final class Wrong extends EngineFailure {
    private static final long serialVersionUID = 1L;

    Wrong(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** It did not answer in time. */
  public static final class Slow extends EngineFailure {
    private static final long serialVersionUID = 1L;

    Slow(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Another process changed the data while they were read, or before they could be changed. */
  public static final class Moved extends EngineFailure {
    private static final long serialVersionUID = 1L;

    Moved(String message) {
      super(message, null);
    }
  }
}
