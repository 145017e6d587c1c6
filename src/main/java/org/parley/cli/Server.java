package org.parley.cli;

import java.util.List;

/** Starts the server. */
@FunctionalInterface
public interface Server {

  /**
   * Starts it and returns; the process lives on until it is stopped.
   *
   * @param settings settings as {@code --name=value}
   */
  void start(List<String> settings);
}
