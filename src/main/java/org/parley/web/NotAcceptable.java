package org.parley.web;

import java.util.List;

/** None of the media types that there are is among those that the client accepts. */
final class NotAcceptable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> available;

  NotAcceptable(List<String> available) {
    super("It is available as " + String.join(", ", available) + ".");
    this.available = List.copyOf(available);
  }

  List<String> available() {
    return available;
  }
}
