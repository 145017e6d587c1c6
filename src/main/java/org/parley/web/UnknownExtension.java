package org.parley.web;

import java.util.List;

/** A path ends in a format that it is not available in. */
final class UnknownExtension extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> available;

  UnknownExtension(String extension, List<String> available) {
    super(
        "There is no '.%s' of it; there are: .%s."
            .formatted(extension, String.join(", .", available)));
    this.available = List.copyOf(available);
  }

  List<String> available() {
    return available;
  }
}
