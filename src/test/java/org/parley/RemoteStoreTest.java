package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.parley.queries.Catalogue;
import org.parley.store.Faulty;
import org.parley.store.Fuseki;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server in front of a stock Fuseki answers as it does on a store of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteStoreTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TOKEN = "a-token-of-the-test";
  private static final String MEETING = "/data/meeting/istanbul-2025-07-23.";

  @TempDir private static Path folder;
  private static Fuseki fuseki;
  private static Faulty between;
  private static ConfigurableApplicationContext embedded;
  private static ConfigurableApplicationContext remote;

  @BeforeAll
  static void start() {
    fuseki = Fuseki.start();
    between = new Faulty("http://localhost:" + fuseki.port());
    embedded = run("--parley.store=" + folder.resolve("store"));
    remote =
        run(
            "--parley.store=" + between.address() + "/parley",
            "--parley.remote.timeout=10s",
            "--parley.remote.changes=" + folder.resolve("changes"));
  }

  @AfterAll
  static void stop() {
    remote.close();
    embedded.close();
    between.close();
    fuseki.close();
  }

  private static ConfigurableApplicationContext run(String... settings) {
    return SpringApplication.run(
        Parley.class,
        Stream.concat(
                Stream.of(settings),
                Stream.of(
                    "--server.port=0", "--management.server.port=0", "--parley.token=" + TOKEN))
            .toArray(String[]::new));
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> everythingAskedIsAnsweredAlike() {
    Stream<String> queries =
        Catalogue.read(Loaded.sources().queries()).queries().stream()
            .flatMap(
                query ->
                    query.examples().stream()
                        .map(
                            example ->
                                "/queries/"
                                    + query.name()
                                    + (query.answersRdf() ? ".nt" : ".tsv")
                                    + example.arguments().entrySet().stream()
                                        .map(a -> a.getKey() + "=" + encoded(a.getValue()))
                                        .collect(Collectors.joining("&", "?", ""))));
    Stream<String> others =
        Stream.of(
            MEETING + "nt",
            MEETING + "json",
            MEETING + "jsonld",
            "/data/actor/russia.nt",
            "/data/actor/russia.csv",
            "/page/meeting/istanbul-2025-07-23",
            "/",
            "/ontology.ttl",
            "/search?q=" + encoded("стамбул"),
            "/graphs?graph=" + encoded("https://w3id.org/parley/graph/facts"),
            sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
            sparql(
                "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/parley/graph/facts> { ?s ?p ?o }"),
            sparql("ASK { GRAPH ?g { ?s ?p ?o } }"),
            sparql("DESCRIBE <https://w3id.org/parley/id/meeting/istanbul-2025-07-23>"));
    return Stream.concat(queries, others)
        .map(path -> DynamicTest.dynamicTest(path, () -> assertAlike(path)));
  }

  private static void assertAlike(String path) {
    HttpResponse<String> there = get(remote, path);
    HttpResponse<String> here = get(embedded, path);
    assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
    assertThat(there.headers().firstValue("Parley-Revision"))
        .isEqualTo(here.headers().firstValue("Parley-Revision"));
    assertThat(sorted(there)).isEqualTo(sorted(here));
  }

  /** The lines of RDF have no order of their own; all else has. */
  private static Object sorted(HttpResponse<String> answer) {
    boolean rdf =
        answer.headers().firstValue("Content-Type").orElse("").matches("(?s).*(triples|turtle).*");
    return rdf ? answer.body().lines().sorted().toList() : withoutAddress(answer.body());
  }

  private static String withoutAddress(String body) {
    return body.replaceAll("localhost:\\d+", "localhost")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d(T[^\"<]+|, \\d\\d:\\d\\d UTC)", "");
  }

  @Test
  @Order(2)
  void aDocumentIsPutInAndItsChangeIsListed() throws IOException {
    String bundle = Files.readString(Path.of("src/test/resources/org/parley/intake/005.trig"));
    HttpResponse<String> put = write("PUT", "/documents/005", bundle);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    assertThat(put.body()).contains("\"revision\":2", "\"outcome\":\"ADDED\"");
    assertThat(get(remote, "/documents/005").body()).contains("document/005");
    assertThat(get(remote, "/data/document/005.ttl").statusCode()).isEqualTo(200);
    assertThat(get(remote, "/changes").body()).contains("\"/changes/2\"");
    assertThat(get(remote, "/changes/2").body()).contains("TX .", "document/005");

    write("PUT", "/documents/005", bundle); // nothing new
    HttpResponse<String> gone = write("DELETE", "/documents/005?reason=over", "");
    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
    assertThat(get(remote, "/documents/005").statusCode()).isEqualTo(410);
  }

  @Test
  @Order(3)
  void whatFailsThereIsAProblemHereUntilItIsMended() {
    assertFails(Faulty.Fault.ERROR, 502);
    assertFails(Faulty.Fault.CUT, 502);
    assertFails(Faulty.Fault.SHORT, 502);
    assertFails(Faulty.Fault.NOT_READY, 503);
    between.spoil(Faulty.Fault.SILENT, request -> true);
    assertThat(get(remote, "/queries/meetings.json").statusCode()).isEqualTo(504);
    between.mend();
  }

  private static void assertFails(Faulty.Fault fault, int status) {
    between.spoil(fault, request -> true);
    for (String path :
        List.of(
            "/queries/meetings.json",
            MEETING + "ttl",
            sparql("SELECT * { ?s ?p ?o } LIMIT 5"),
            "/graphs?default")) {
      HttpResponse<String> answer = get(remote, path);
      assertThat(answer.statusCode()).as(fault + path + answer.body()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }
    assertThat(health()).contains("\"status\":\"DOWN\"");
    between.mend();
    assertThat(health()).contains("\"status\":\"UP\"");
    assertThat(get(remote, "/queries/meetings.json").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void aServerThatIsGoneAndComesBackIsAskedAgain() {
    between.close();
    HttpResponse<String> answer = get(remote, "/queries/meetings.json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("cannot be reached");
    assertThat(health()).contains("\"status\":\"DOWN\"");
  }

  private static String health() {
    return send(HttpRequest.newBuilder(
            URI.create(
                "http://localhost:"
                    + remote.getEnvironment().getProperty("local.management.port")
                    + "/actuator/health")))
        .body();
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext server, String path) {
    return send(HttpRequest.newBuilder(URI.create(base(server) + path)));
  }

  private static HttpResponse<String> write(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base(remote) + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/trig")
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String base(ConfigurableApplicationContext server) {
    return "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
  }

  private static String sparql(String query) {
    return "/sparql?query=" + encoded(query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
