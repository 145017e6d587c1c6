package org.parley.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A server in front of another that passes everything on, and spoils what it is told to. */
public final class Faulty implements AutoCloseable {

  /** What becomes of an answer. */
  public enum Fault {
    NONE,
    /** Half of what its length says. */
    HALF,
    /** Half of its chunks. */
    CUT,
    /** Half of it, as if that were all. */
    SHORT,
    /** Something after its end. */
    MORE,
    /** A page, with success. */
    PAGE,
    ERROR,
    REFUSED,
    NOT_READY,
    /** No answer. */
    SILENT,
    /** Half of it, and then nothing. */
    STALLED,
    /** The request is carried out, and the connection closed. */
    LOST
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpServer server;
  private final String behind;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Fault fault = Fault.NONE;
  private volatile Predicate<String> which = request -> true;

  /** One in front of the server at an address. */
  public Faulty(String behind) {
    this.behind = behind;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is. */
  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Passes everything on from now on. */
  public void mend() {
    fault = Fault.NONE;
  }

  /** Spoils the answers to the requests whose bodies are such. */
  public void spoil(Fault by, Predicate<String> requests) {
    which = requests;
    fault = by;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Fault present = which.test(new String(sent, StandardCharsets.UTF_8)) ? fault : Fault.NONE;
    if (present == Fault.SILENT) {
      await();
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .header("Accept", String.valueOf(exchange.getRequestHeaders().getFirst("Accept")))
            .POST(BodyPublishers.ofByteArray(sent));
    HttpResponse<byte[]> answer;
    try {
      answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (present == Fault.LOST) {
      throw new IOException("planted");
    }
    int status =
        present == Fault.ERROR
            ? 500
            : present == Fault.REFUSED
                ? 401
                : present == Fault.NOT_READY ? 503 : answer.statusCode();
    byte[] whole = answer.body();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
    exchange.getResponseHeaders().set("Content-Type", present == Fault.PAGE ? "text/html" : type);
    boolean chunked = present == Fault.CUT || present == Fault.MORE;
    byte[] body = present == Fault.SHORT ? half : whole;
    exchange.sendResponseHeaders(status, chunked ? 0 : body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    if (present == Fault.HALF || present == Fault.CUT || present == Fault.STALLED) {
      out.write(half);
      out.flush();
      if (present == Fault.STALLED) {
        await();
      }
      throw new IOException("planted");
    }
    out.write(body);
    if (present == Fault.MORE) {
      out.write("## cancelled".getBytes(StandardCharsets.UTF_8));
    }
    exchange.close();
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("planted");
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
