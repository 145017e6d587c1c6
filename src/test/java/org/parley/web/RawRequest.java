package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Requests that {@code java.net.URI} would not let through. */
final class RawRequest {
  private RawRequest() {}

  /** The whole response, head and body, to a target that is sent as it is. */
  static String get(int port, String target) {
    try (Socket socket = new Socket("localhost", port)) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
