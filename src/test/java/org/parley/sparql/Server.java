package org.parley.sparql;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.parley.queries.DeadlinePassed;
import org.parley.queries.MalformedQuery;
import org.parley.queries.Workers;
import org.parley.rdf.MalformedAccept;
import org.parley.rdf.Unwritable;
import org.parley.store.Overloaded;
import org.parley.store.Store;
import org.parley.store.TooMuch;

/** The endpoint in a Tomcat on a free port, with a servlet behind it that says "down the chain". */
final class Server implements AutoCloseable {

  final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Tomcat tomcat = new Tomcat();

  Server(Store store, Limits limits) {
    this(store, limits, new Workers("test"));
  }

  Server(Store store, Limits limits, Workers workers) {
    tomcat.setPort(0);
    try {
      Path base = Files.createTempDirectory("tomcat");
      base.toFile().deleteOnExit();
      tomcat.setBaseDir(base.toString());
      Context context = tomcat.addContext("", base.toString());
      FilterDef definition = new FilterDef();
      definition.setFilterName("sparql");
      definition.setFilter(new SparqlEndpoint(store, limits, workers, this::answer));
      context.addFilterDef(definition);
      FilterMap mapping = new FilterMap();
      mapping.setFilterName("sparql");
      mapping.addURLPattern("/*");
      context.addFilterMap(mapping);
      Tomcat.addServlet(context, "chain", new DownTheChain());
      context.addServletMappingDecoded("/", "chain");
      tomcat.getConnector();
      tomcat.start();
    } catch (IOException | LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As root will do it, but in plain text. */
  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    failures.add(failure);
    int status =
        switch (failure) {
          case Refused refused -> refused.status();
          case DeadlinePassed e -> 503;
          case Overloaded e -> 503;
          case TooMuch e -> 403;
          case Unwritable e -> 406;
          case MalformedAccept e -> 400;
          case MalformedQuery malformed -> 400;
          default -> 500;
        };
    response.setStatus(status);
    if (failure instanceof Refused refused && refused.allowed() != null) {
      response.setHeader("Allow", refused.allowed());
    }
    response.setContentType("text/plain;charset=utf-8");
    response.getWriter().print(failure.getMessage());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) throws IOException {
    HttpRequest.Builder request = to(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> query(String query, String... headers) throws IOException {
    return get("/sparql?query=" + encode(query), headers);
  }

  HttpResponse<String> post(String body, String... headers) throws IOException {
    HttpRequest.Builder request = to("/sparql").POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The status line of a GET whose target no client library would send. */
  String raw(String target) throws IOException {
    try (Socket socket = new Socket("localhost", tomcat.getConnector().getLocalPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(target)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      client.close();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class DownTheChain extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("down the chain");
    }
  }
}
