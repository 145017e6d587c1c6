package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request to a server elsewhere and its answer, which ends when whoever asked is to end. */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger("parley");

  private final URI address;
  private final Duration timeout;
  private final Meter meter;
  private final HttpResponse<InputStream> response;
  private final Watched body;

  /**
   * Sends a request and waits for the head of the answer.
   *
   * @throws EngineFailure when it is no success
   */
  Exchange(HttpClient client, HttpRequest request, Duration timeout, Meter meter) {
    this.address = request.uri();
    this.timeout = timeout;
    this.meter = meter;
    CompletableFuture<HttpResponse<InputStream>> sent =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    meter.whenStopped(() -> sent.cancel(true));
    this.response = answered(sent);
    this.body = new Watched(response.body(), timeout);
    meter.whenStopped(() -> Thread.ofVirtual().start(this::close));
    requireSuccess(response.statusCode());
  }

  private HttpResponse<InputStream> answered(Future<HttpResponse<InputStream>> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause(), false);
    } catch (CancellationException e) {
      throw failure(e, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("The server is being stopped");
    }
  }

  private void requireSuccess(int status) {
    if (status / 100 == 2) {
      return;
    }
    close();
    throw switch (status) {
      case 401, 403 ->
          wrong("does not let us in (%d). Set parley.remote.user and .password".formatted(status));
      case 404 ->
          wrong("has nothing there (%d). Set parley.remote.query and .update".formatted(status));
      case 503 ->
          new EngineFailure.Down(
              told("says that it is not ready (503). Try again later", null), null);
      case 504 -> new EngineFailure.Slow(told("took too long (504). Ask for less", null), null);
      default -> wrong("answered with the error %d. Its log says why".formatted(status));
    };
  }

  /** The body, which must be of this type; to close it does nothing. */
  InputStream body(String mediaType) {
    String type = response.headers().firstValue("Content-Type").orElse("nothing known");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
      close();
      throw wrong("answered with %s, and that is not %s".formatted(type, mediaType));
    }
    return body;
  }

  /**
   * Waits for the end of the answer.
   *
   * @throws EngineFailure when it breaks off
   */
  void finish() {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * The same, of an answer that ends in this character.
   *
   * @throws IOException when something follows it
   */
  void finish(char end) throws IOException {
    finish();
    if (body.last() != end) {
      throw new IOException("something follows its end");
    }
  }

  void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What a failure to read means. */
  RuntimeException failure(Throwable cause) {
    return failure(cause, body.stalled());
  }

  private RuntimeException failure(@Nullable Throwable cause, boolean stalled) {
    meter.check();
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof ConnectException
          || e instanceof UnresolvedAddressException
          || e instanceof HttpConnectTimeoutException) {
        return new EngineFailure.Down(
            told("cannot be reached. It is asked again with the next request", cause), cause);
      }
      if (e instanceof HttpTimeoutException || stalled) {
        return new EngineFailure.Slow(
            told("was silent for %d seconds".formatted(timeout.toSeconds()), cause), cause);
      }
    }
    return new EngineFailure.Wrong(
        told("broke off its answer, or sent one that is not well-formed", cause), cause);
  }

  private EngineFailure wrong(String what) {
    return new EngineFailure.Wrong(told(what, null), null);
  }

  /** Strangers are not told where it is, and what we are made of: that is in the log. */
  private String told(String what, @Nullable Throwable cause) {
    String told = "The server that keeps the data %s.".formatted(what);
    LOG.warn("{} It is {}{}", told, address, cause == null ? "" : " (" + cause + ")");
    return told;
  }
}
