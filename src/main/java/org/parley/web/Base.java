package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this server is for the client that asks. */
final class Base {
  private Base() {}

  /**
   * Scheme and authority of the request, such as {@code https://example.org}: what {@code Host}
   * says, and {@code Forwarded} or {@code X-Forwarded-*} only where {@code
   * server.forward-headers-strategy} has them believed.
   */
  static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
  }
}
