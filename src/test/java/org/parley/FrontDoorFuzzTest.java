package org.parley;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** Whatever bytes come to the public port, the answer is no fault of the server. */
class FrontDoorFuzzTest {
  private static final String TOKEN = "a-token-of-this-test";
  private static final String END = "\r\n\r\n";

  /**
   * What the standards have a server say of a transfer coding (RFC 9112 §6.1) and of a version of
   * HTTP (RFC 9110 §15.6.6) that it does not know.
   */
  private static final String UNKNOWN = "50[15]";

  private static final int HANG = 30_000;

  /** Good ones. */
  private static final List<String> REQUESTS =
      List.of(
          head("GET /id/actor/russia", "Accept: text/turtle;q=0.5, application/ld+json, */*;q=0.1"),
          head("GET /data/actor/ukraine.jsonld", "If-None-Match: W/\"a\", \"b\""),
          head("HEAD /page/meeting/istanbul-2025-07-23?revision=1", "Accept: text/html"),
          head("GET /data/place/istanbul?cursor=MTox&limit=3", "Accept-Language: tr, en;q=0.5"),
          head("GET /queries/demands.csv?from=actor/russia&to=actor/ukraine", "Accept: text/csv"),
          head("GET /queries/timeline?limit=2&cursor=eyJ9", "If-Modified-Since: Tue, 1 Jul 2025"),
          head("GET /search?q=Istanbul%20talks&kind=place&limit=5", "Origin: http://a.example"),
          head("GET /suggest?prefix=zel", "Range: bytes=0-5"),
          head("GET /changes.json?page=1", "Accept: application/atom+xml, application/json"),
          head("GET /graphs?graph=https://w3id.org/parley/graph/document/000", "Accept: */*"),
          head("GET /dumps/parley.nq.gz", "Range: bytes=5-1,-0"),
          head("OPTIONS /sparql", "Access-Control-Request-Method: PUT"),
          head(
              "GET /sparql?query="
                  + encoded("ASK { <http://a/b> a ?x FILTER (?x IN (1, \"b\"@en)) }")
                  + "&default-graph-uri=http://a/g",
              "Accept: application/sparql-results+json"),
          head("POST /sparql", "Content-Type: application/sparql-query", "Content-Length: 29")
              + "SELECT * { ?a ?b 'c' } LIMIT 1",
          head(
                  "POST /sparql",
                  "Content-Type: application/x-www-form-urlencoded",
                  "Content-Length: 23")
              + "query=ASK+%7B%3Fa+a%7D&",
          head("POST /sparql", "Content-Type: multipart/form-data; boundary=b")
              + "--b\r\nContent-Disposition: form-data; name=query\r\n\r\nASK {}\r\n--b--",
          head(
                  "PUT /documents/905?dry-run=true",
                  "Authorization: Bearer " + TOKEN,
                  "Content-Type: application/trig",
                  "Idempotency-Key: \"a\"",
                  "If-Match: *",
                  "Transfer-Encoding: chunked")
              + "34\r\n<http://a/g> { <http://a/s> <http://a/p> 'a'@en, 1 }\r\n0\r\n\r\n",
          head("DELETE /documents/905?reason=none", "Authorization: Bearer " + TOKEN));

  /** What is answered with 4xx, or with nothing: the head never ended. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void everyRequestIsAnswered(@TempDir Path folder) {
    try (var server =
        SpringApplication.run(
            Parley.class,
            "--server.port=0",
            "--logging.level.root=error",
            "--parley.store=" + folder,
            "--parley.token=" + TOKEN,
            "--parley.client.time=0s",
            "--parley.client.errors=0",
            "--parley.client.patience=2s")) {
      int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      send(port, "GET / HTTP/1.0\r\n\r\n");
      Fuzz.run("requests", REQUESTS, Set.of(Refused.class), request -> send(port, request + END));
    }
  }

  private static void send(int port, String request) {
    Figure.INPUTS_SENT.add(1);
    Figure.SERVER_ERRORS.add(0);
    String status;
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(HANG);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      status = new String(socket.getInputStream().readNBytes(12), UTF_8);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (status.matches("HTTP/1.1 5.*") && !status.matches("HTTP/1.1 " + UNKNOWN)) {
      Figure.SERVER_ERRORS.add(1);
      throw new IllegalStateException(status);
    }
    if (!status.matches("HTTP/1.1 [23].*")) {
      throw new Refused();
    }
  }

  private static String head(String... lines) {
    return "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n"
        .formatted(lines[0], String.join("\r\n", List.of(lines).subList(1, lines.length)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
