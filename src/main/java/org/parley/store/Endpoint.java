package org.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A SPARQL server elsewhere, asked by the SPARQL 1.1 Protocol. */
final class Endpoint {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI query;
  private final URI update;
  private final Path changes;
  private final Duration timeout;
  private final @Nullable String credentials;
  private final HttpClient client;

  /** One whose services are below the address of the data set, unless they are named. */
  Endpoint(URI address, Remote remote) {
    String base = address.toString().replaceFirst("/$", "");
    this.query = Objects.requireNonNullElse(remote.query(), URI.create(base + "/sparql"));
    this.update = Objects.requireNonNullElse(remote.update(), URI.create(base + "/update"));
    this.timeout = Objects.requireNonNullElse(remote.timeout(), TIMEOUT);
    this.changes = Objects.requireNonNullElse(remote.changes(), Path.of(Changes.HOME));
    this.credentials =
        remote.user() == null
            ? null
            : Base64.getEncoder()
                .encodeToString(
                    (remote.user() + ":" + Objects.requireNonNullElse(remote.password(), ""))
                        .getBytes(UTF_8));
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER) // credentials are for nobody else
            .build();
  }

  /**
   * Does nothing for the address of a server, and for none.
   *
   * @throws IllegalArgumentException when it is not of HTTP, or holds a password
   */
  static void check(@Nullable URI address) {
    if (address == null) {
      return;
    }
    if (address.getHost() == null
        || !address.getScheme().matches("(?i)https?")
        || address.getFragment() != null) {
      throw new IllegalArgumentException(
          "the address of a server is such as http://localhost:3030/ds, and not " + address);
    }
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "an address is shown and logged: give parley.remote.user and .password instead");
    }
  }

  URI query() {
    return query;
  }

  Path changes() {
    return changes;
  }

  /**
   * Asks a SELECT or ASK query; the answer comes as it is read.
   *
   * @param meter the request ends when it stops
   * @throws EngineFailure when there is no answer
   */
  Rows ask(String text, Meter meter) {
    BodyPublisher form =
        BodyPublishers.ofString("query=" + URLEncoder.encode(text, UTF_8).replace("+", "%20"));
    Exchange exchange =
        new Exchange(
            client,
            request(query, "application/x-www-form-urlencoded", form)
                .header("Accept", Rows.MEDIA_TYPE)
                .build(),
            timeout,
            meter);
    return new Rows(exchange.body(Rows.MEDIA_TYPE), exchange);
  }

  /**
   * Sends an update, and waits until it is made: a second more for every thousand of its triples.
   *
   * @throws EngineFailure.Down when it was not sent
   * @throws EngineFailure when there is no answer, so that it may be made or not
   */
  void update(Iterable<byte[]> text, long triples) {
    Duration patience = timeout.plusSeconds(triples / 1000);
    HttpRequest request =
        request(
                update,
                "application/sparql-update;charset=utf-8",
                BodyPublishers.ofByteArrays(text))
            .timeout(patience)
            .build();
    new Exchange(client, request, patience, Meter.unlimited()).finish();
  }

  void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(URI to, String mediaType, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).timeout(timeout).header("Content-Type", mediaType).POST(body);
    return credentials == null ? request : request.header("Authorization", "Basic " + credentials);
  }
}
