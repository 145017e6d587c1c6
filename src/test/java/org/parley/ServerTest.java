package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.parley.queries.Catalogue;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.Example;
import org.parley.store.StoreUnavailable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** The whole server as {@code mvn spring-boot:run} starts it, on the project's own data. */
class ServerTest {

  /** One for all: each has connections of its own, and those of one address are counted. */
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static ConfigurableApplicationContext server;
  private static String base;

  @BeforeAll
  static void start() {
    server = run(0, folder.resolve("store"));
    base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aQueryThatNamesNoGraphSeesEverything() throws Exception {
    String everything = csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    String named = csv("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }");
    assertThat(everything).isEqualTo(named).matches("n\\R[1-9]\\d{3,}\\R");
  }

  @Test
  void aCatalogueQueryAnswersAsAFile() throws Exception {
    HttpResponse<String> answer = get("/queries/gaps.csv", "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("istanbul-2025-06-02,17", "istanbul-2025-07-23,51");
  }

  @TestFactory
  Stream<DynamicTest> theEditorAsksWhatTheCatalogueAsks() {
    return Catalogue.read(Loaded.sources().queries()).queries().stream()
        .flatMap(query -> query.examples().stream().map(example -> inEditor(query, example)));
  }

  private static DynamicTest inEditor(CatalogueQuery query, Example example) {
    String arguments =
        example.arguments().entrySet().stream()
            .map(argument -> argument.getKey() + "=" + encoded(argument.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    String path = "/queries/" + query.name();
    return DynamicTest.dynamicTest(
        path + arguments,
        () -> {
          String page = get(path + "/editor" + arguments, "text/html").body();
          String text =
              HtmlUtils.htmlUnescape(page.replaceAll("(?s).*<textarea[^>]*>|</textarea.*", ""));
          HttpResponse<String> asked =
              CLIENT.send(
                  HttpRequest.newBuilder(URI.create(base + "/sparql"))
                      .header("Content-Type", "application/sparql-query")
                      .header("Accept", exact(query))
                      .POST(HttpRequest.BodyPublishers.ofString(text))
                      .build(),
                  BodyHandlers.ofString());
          assertThat(asked.body()).isEqualTo(get(path + arguments, exact(query)).body());
        });
  }

  private static String exact(CatalogueQuery query) {
    return query.answersRdf() ? "application/n-triples" : "application/sparql-results+json";
  }

  @Test
  void anEntityLeadsToItsPageAndItsData() throws Exception {
    String thing = "/id/meeting/istanbul-2025-07-23";
    assertThat(get(thing, "text/html").headers().firstValue("Location"))
        .hasValue("/page/meeting/istanbul-2025-07-23");
    assertThat(get(thing, "text/turtle").headers().firstValue("Location"))
        .hasValue("/data/meeting/istanbul-2025-07-23");
    assertThat(get("/page/meeting/istanbul-2025-07-23", "text/html").body())
        .contains("Istanbul round of 23 July 2025", "2 documents, 2 origins");
    assertThat(get("/data/meeting/istanbul-2025-07-23.ttl", "*/*").body())
        .contains("parley:duration \"PT40M\"^^xsd:duration");
  }

  @Test
  void aMalformedQueryIsAProblemWithLineAndColumn() throws Exception {
    HttpResponse<String> answer = sparql("SELECT *\nWHERE { ?s }");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.body()).contains("\"line\":2", "\"column\":12", "\"status\":400");
  }

  @Test
  void everySiteMayAskAndReadTheErrors() throws Exception {
    for (String method : new String[] {"GET", "HEAD", "OPTIONS", "DELETE", "PUT"}) {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(base + "/sparql?query=ASK%7B%7D"))
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
          .as(method)
          .containsExactly("*");
      assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
          .contains("Parley-Revision", "ETag");
      assertThat(answer.headers().firstValue("Fuseki-Request-Id")).isEmpty();
      boolean read = method.equals("GET") || method.equals("HEAD");
      assertThat(answer.headers().firstValue("Parley-Revision").isPresent()).isEqualTo(read);
      assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(!read);
    }
  }

  @Test
  void whatTheContainerRefusesByItselfIsReadableFromAnySite() throws Exception {
    HttpResponse<String> answer = get("/WEB-INF/web.xml", "*/*");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.body()).contains("\"status\":404");
  }

  @Test
  void aSparqlAnswerCanBePinnedToItsRevision() throws Exception {
    String ask = "/sparql?query=ASK%7B%7D&revision=";
    String present =
        get("/sparql?query=ASK%7B%7D", "*/*").headers().firstValue("Parley-Revision").orElseThrow();
    assertThat(get(ask + present, "*/*").statusCode()).isEqualTo(200);
    assertThat(get(ask + "0", "*/*").statusCode()).isEqualTo(410);
    assertThat(get(ask + "first", "*/*").body()).contains("Revision first is not kept");
  }

  @Test
  void whatIsRefusedIsAProblemToo() throws Exception {
    HttpResponse<String> answer =
        sparql("SELECT * { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } }");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SERVICE", "\"status\":403");
    HttpResponse<String> update =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/sparql"))
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString("CLEAR ALL"))
                .build(),
            BodyHandlers.ofString());
    assertThat(update.statusCode()).isBetween(400, 499);
  }

  @Test
  void aMalformedParameterIsNamed() throws Exception {
    HttpResponse<String> answer = get("/queries/as-of-events.csv?day=yesterday", "*/*");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"parameter\":\"day\"", "yesterday");
  }

  @Test
  void aSecondServerOnTheSameStoreSaysSo() {
    assertThatThrownBy(() -> run(0, folder.resolve("store")))
        .satisfies(
            failure ->
                assertThat(new StartFailure().analyze(failure))
                    .extracting(FailureAnalysis::getDescription)
                    .asString()
                    .contains(folder.resolve("store").toString(), "another directory"))
        .hasRootCauseInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aPortInUseSaysSo() {
    assertThatThrownBy(() -> run(URI.create(base).getPort(), folder.resolve("other")))
        .hasStackTraceContaining(PortInUseException.class.getName());
  }

  private static ConfigurableApplicationContext run(int port, Path store) {
    return SpringApplication.run(Parley.class, "--server.port=" + port, "--parley.store=" + store);
  }

  private static String csv(String query) throws IOException, InterruptedException {
    return get("/sparql?query=" + encoded(query), "text/csv").body();
  }

  private static HttpResponse<String> sparql(String query)
      throws IOException, InterruptedException {
    return get("/sparql?query=" + encoded(query), "application/sparql-results+json");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", accept).build(),
        BodyHandlers.ofString());
  }
}
