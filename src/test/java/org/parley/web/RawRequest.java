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
    return send(port, "GET " + target + " HTTP/1.1");
  }

  /** The same to a request line, with header lines or without; {@code Host} is added to it. */
  static String send(int port, String head) {
    try (Socket socket = new Socket("localhost", port)) {
      String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
