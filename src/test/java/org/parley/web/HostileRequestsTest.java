package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Figure;
import org.parley.Parley;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Requests with which other servers of this kind were brought to misbehave, to the whole server.
 */
@Tag(Figure.ATTACK)
class HostileRequestsTest {
  private static final String TOKEN = "a-token-of-this-test";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TRIG = "application/trig";
  private static final String EVIL = "https://evil.example";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext server;
  private static int port;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server =
        SpringApplication.run(
            Parley.class,
            "--server.port=0",
            "--server.tomcat.connection-timeout=2m",
            "--parley.store=" + folder.resolve("store"),
            "--parley.token=" + TOKEN,
            "--parley.client.patience=0s",
            "--parley.client.errors=0");
    port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Fuseki inflates them without a limit: 97 kB to 100 MB. */
  @Test
  void compressedBodiesAreNotInflated() throws Exception {
    byte[] query = zipped("query=ASK%7B%7D");
    refused(415, "gzip", to("/sparql", FORM).header("Content-Encoding", "gzip"), "POST", query);
    refused(415, "not compressed", bundle().header("Content-Encoding", "gzip"), "PUT", zipped("x"));
    assertThat(ask("/documents/005").statusCode()).isEqualTo(404);
  }

  /** Entities within entities, files named by a document, and brackets without an end. */
  @ParameterizedTest
  @MethodSource
  void whatABodyHidesIsNeitherFetchedNorExpanded(String type, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/documents/005"))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + TOKEN);
    refused(422, "005", request, "PUT", body.getBytes(UTF_8));
  }

  static Stream<Arguments> whatABodyHidesIsNeitherFetchedNorExpanded() {
    String laughs =
        IntStream.range(1, 20)
            .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
    String trix = "]><TriX xmlns='http://www.w3.org/2004/03/trix/trix-1/'>&%s;</TriX>";
    return Stream.of(
        Arguments.of(
            "application/trix",
            "<!DOCTYPE TriX [<!ENTITY l0 'ha'>" + laughs + trix.formatted("l19")),
        Arguments.of(
            "application/trix",
            "<!DOCTYPE TriX [<!ENTITY e SYSTEM 'file:///etc/hostname'>" + trix.formatted("e")),
        Arguments.of("application/ld+json", "{\"@context\": \"http://localhost:1/context\"}"),
        Arguments.of("application/ld+json", "{\"a:b\": ".repeat(200_000)),
        Arguments.of(TRIG, "<a:g> { <a:s> <a:p> " + "[ <a:p> ".repeat(200_000)),
        Arguments.of(TRIG, "<a:g> { <a:s> <a:p> '\\uD800' }"),
        Arguments.of(TRIG, "<a:g> { <a:s> <a:p> <http://a.org/\\u000a> }"),
        Arguments.of(TRIG, "<a:g> { <a:s> <a:p> <relative> }"));
  }

  /** Fuseki answers 500. */
  @Test
  void aFormOfThreeMegabytesIsTooLarge() throws Exception {
    byte[] form = ("query=" + "x".repeat(3_000_000)).getBytes(UTF_8);
    refused(413, "100000 bytes", to("/sparql", FORM), "POST", form);
    refused(413, "100000 bytes", to("/sparql", "application/sparql-query"), "POST", form);
  }

  /** Tomcat takes parameters from it, and the answer would be kept for all who ask without it. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void whatIsReadIsToldByTheAddressAlone(String method) throws Exception {
    String parts = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--b--\r\n";
    for (String type : List.of("multipart/form-data; boundary=b", " Multipart/Mixed; boundary=b")) {
      HttpResponse<String> answer =
          send(
              to("/search?kind=actor", type.strip())
                  .method(method, BodyPublishers.ofString(parts.formatted("q", "putin"))));
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(ask("/search?kind=actor").statusCode()).isEqualTo(400);
      BodyPublisher query = BodyPublishers.ofString(parts.formatted("query", "ASK {}"));
      assertThat(send(to("/sparql", type.strip()).method(method, query)).statusCode())
          .isEqualTo(415);
    }
  }

  /** In Fuseki the whole body vanishes. */
  @Test
  void anErrorKeepsTextThatIsNotLatin() throws Exception {
    String query = encoded("SELECT Київ");
    assertThat(ask("/sparql?query=" + query).body()).contains("\"line\":1", "`Київ`");
    refused(400, "`Київ`", to("/sparql", FORM), "POST", ("query=" + query).getBytes(UTF_8));
  }

  /** 405 in Fuseki. */
  @Test
  void headIsAnsweredWithAQuery() throws Exception {
    String path = "/sparql?query=" + encoded("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 3");
    HttpResponse<String> head = send(to(path, FORM).HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo(header(ask(path), "Content-Length"));
  }

  /** 200 with XML in Fuseki. */
  @Test
  void aFormatThatIsNotOfferedIsSaidToBeSo() throws Exception {
    HttpResponse<String> answer = ask("/sparql?query=ASK%7B%7D", "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("image/png", "application/sparql-results+json");
  }

  /** Honoured by Fuseki. */
  @ParameterizedTest
  @ValueSource(
      strings = {"callback=f", "stylesheet=x", "force-accept=a/b", "timeout=1", "output=x"})
  void whatFusekiAloneObeysIsRefused(String parameter) throws Exception {
    HttpResponse<String> answer = ask("/sparql?query=ASK%7B%7D&" + parameter);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(parameter.replaceFirst("=.*", ""));
  }

  /** Tomcat alone names every method that a servlet could have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRACE / HTTP/1.1",
        "TRACE /parley.css HTTP/1.1",
        "TRACE /page/actor/russia HTTP/1.1\r\nCookie: secret",
        "OPTIONS * HTTP/1.1",
        "OPTIONS / HTTP/1.1",
        "DELETE /queries HTTP/1.1"
      })
  void noMethodIsNamedThatIsNotTaken(String head) {
    String answer = RawRequest.send(port, head);
    assertThat(answer)
        .matches("(?s)HTTP/1.1 (200|204|405) .*")
        .containsPattern("\r\nAllow: GET, ?HEAD, ?OPTIONS\r\n")
        .contains("Access-Control-Allow-Origin: *")
        .doesNotContain("secret", "/error");
  }

  /** A cache that is not told so gives a browser what a program asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /data/actor/russia",
        "GET /data/actor/russia.ttl",
        "GET /id/actor/russia",
        "GET /page/actor/russia",
        "GET /page/actor/nobody",
        "GET /documents/000",
        "GET /documents/none",
        "GET /queries/meetings",
        "GET /queries/meetings?limit=x",
        "GET /sparql",
        "GET /sparql?query=ASK%7B%7D",
        "GET /sparql?query=ASK",
        "GET /graphs?default",
        "GET /graphs?graph=x",
        "GET /search?q=kyiv",
        "GET /suggest?prefix=k",
        "GET /changes",
        "GET /changes/1",
        "GET /dataset",
        "GET /dumps",
        "GET /parley.css",
        "GET /robots.txt",
        "GET /openapi.json",
        "GET /nowhere",
        "GET /{",
        "HEAD /",
        "OPTIONS /",
        "OPTIONS *",
        "TRACE /",
        "PUT /documents/005",
        "POST /sparql"
      })
  void everyAnswerSaysWhatItDependsOn(String request) {
    String answer = RawRequest.send(port, request + " HTTP/1.1");
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertThat(head).containsPattern("\r\nVary: (\\w+, ?)*Accept\\b");
  }

  /** Wherever a name, a path or a header says where to go, an answer leads to this server only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /id/actor/russia HTTP/1.1\r\nX-Forwarded-Host: evil.example",
        "GET /id/actor/russia HTTP/1.1\r\nForwarded: host=evil.example",
        "GET //evil.example/id/actor/russia HTTP/1.1",
        "GET /id//evil.example HTTP/1.1",
        "GET /id/actor/https:evil.example HTTP/1.1",
        "GET /id/actor/%5C%5Cevil.example HTTP/1.1",
        "GET /graph/document/evil.example HTTP/1.1",
        "GET /graph//evil.example HTTP/1.1",
        "GET /ontology/evil.example HTTP/1.1",
        "GET /problem/evil.example HTTP/1.1",
        "GET /dumps?to=https://evil.example HTTP/1.1",
        "GET /.well-known/void HTTP/1.1\r\nX-Forwarded-Host: evil.example",
        "GET /queries/?next=//evil.example HTTP/1.1",
        "GET /%2e%2e//evil.example/ HTTP/1.1"
      })
  void noAnswerLeadsElsewhere(String head) {
    String answer = RawRequest.send(port, head);
    assertThat(answer).startsWith("HTTP/1.1 ");
    assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
        .filteredOn(line -> line.matches("(?i)(location|refresh|content-location): .*"))
        .allSatisfy(
            line -> assertThat(line).matches("[\\w-]+: /(?![/\\\\]).*").doesNotContain("evil"));
  }

  /** What a page elsewhere can make a browser send: forms, of three types, without our header. */
  @ParameterizedTest
  @ValueSource(strings = {FORM, "multipart/form-data; boundary=b", "text/plain"})
  void aFormOfAnotherSiteWritesNothing(String type) throws Exception {
    for (String path : List.of("/documents/005", "/documents/000?_method=DELETE", "/documents")) {
      HttpRequest.Builder form =
          to(path, type)
              .header("Origin", EVIL)
              .header("Cookie", "token=" + TOKEN)
              .header("X-HTTP-Method-Override", "DELETE")
              .POST(BodyPublishers.ofString("_method=PUT&bundle=x&token=" + TOKEN));
      assertThat(send(form).statusCode()).as(path).isIn(404, 405);
    }
    assertThat(header(ask("/documents/000"), "Parley-Revision")).isNotEmpty();
    HttpResponse<String> preflight =
        send(
            to("/documents/005", FORM)
                .header("Origin", EVIL)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(header(preflight, "Access-Control-Allow-Methods")).doesNotContain("PUT", "DELETE");
    assertThat(header(preflight, "Access-Control-Allow-Headers"))
        .doesNotContainIgnoringCase("authorization");
    assertThat(header(preflight, "Access-Control-Allow-Credentials")).isEmpty();
  }

  /** A body is there as a whole before there is a lock to be held. */
  @Test
  void aSlowUploadDoesNotHoldTheWriter() throws Exception {
    try (Socket slow = new Socket("localhost", port)) {
      slow.getOutputStream()
          .write(
              """
              PUT /documents/006 HTTP/1.1\r
              Host: localhost\r
              Authorization: Bearer %s\r
              Content-Type: application/trig\r
              Content-Length: 10\r
              Connection: close\r
              Expect: 100-continue\r
              \r
              grap\
              """
                  .formatted(TOKEN)
                  .getBytes(UTF_8));
      byte[] begun = slow.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
      assertThat(new String(begun, UTF_8)).startsWith("HTTP/1.1 100");
      HttpRequest.Builder other =
          bundle()
              .PUT(BodyPublishers.ofFile(Path.of("src/test/resources/org/parley/intake/005.trig")));
      HttpResponse<String> answer = send(other);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      HttpRequest.Builder out =
          to("/documents/005?reason=over", TRIG).header("If-Match", "*").DELETE();
      assertThat(send(out.header("Authorization", "Bearer " + TOKEN)).statusCode()).isEqualTo(200);
      slow.getOutputStream().write("h:x {}".getBytes(UTF_8));
      assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).contains("1.1 422");
    }
  }

  private static HttpRequest.Builder bundle() {
    return to("/documents/005", TRIG).header("Authorization", "Bearer " + TOKEN);
  }

  private static void refused(
      int status, String said, HttpRequest.Builder request, String method, byte[] body)
      throws Exception {
    HttpResponse<String> answer = send(request.method(method, BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains(said);
  }

  private static HttpResponse<String> ask(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(headers.length > 0 ? request.headers(headers) : request);
  }

  private static HttpRequest.Builder to(String path, String type) {
    return HttpRequest.newBuilder(uri(path)).header("Content-Type", type);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
