package org.parley.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.Parley;
import org.springframework.boot.SpringApplication;

/**
 * The whole server on the project's own data and a free port, started once for all the clients. It
 * stops with the process.
 */
final class Site {
  static final String BASE = start();

  /** What Chromium sends for a page. */
  static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private Site() {}

  static HttpResponse<String> get(String path, String accept) {
    return get(URI.create(BASE + path), accept);
  }

  static HttpResponse<String> get(URI address, String accept) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(address).header("Accept", accept).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(address.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The first column of a query's answer. */
  static List<String> ask(String query) {
    String form = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get("/sparql?query=" + form, "text/csv").body().lines().skip(1).toList();
  }

  private static String start() {
    try {
      Path store = Files.createTempDirectory("parley");
      String port =
          SpringApplication.run(Parley.class, "--server.port=0", "--parley.store=" + store)
              .getEnvironment()
              .getRequiredProperty("local.server.port");
      return "http://localhost:" + port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
