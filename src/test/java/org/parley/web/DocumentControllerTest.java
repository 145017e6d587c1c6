package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.intake.Intake;
import org.parley.store.Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents put in, corrected and taken out over HTTP, and the changes that this makes. */
@SpringBootTest(
    classes = DocumentControllerTest.Writable.class,
    webEnvironment = WebEnvironment.RANDOM_PORT)
class DocumentControllerTest extends SurfaceTest {

  static final String TOKEN = "a-token-of-the-test";
  private static final Path HOME = Path.of("src/test/resources/org/parley/intake");
  private static final String VENUE =
      "https://w3id.org/parley/id/proposition/meeting-istanbul-2025-07-23--venue--place-istanbul";

  @TempDir static Path FOLDER;

  @Autowired private Store store;

  /** The project's own data, in a store of this test's. */
  static class Writable extends RealData {
    @Override
    @Bean
    Store store() {
      Store store = Store.open(FOLDER); // one in memory cannot be read while it is written
      var unused = new Intake(store, Loaded.sources()).load();
      return store;
    }

    @Override
    @Bean
    WriteToken token() {
      return new WriteToken(TOKEN);
    }
  }

  @AfterEach
  void takeOut() {
    var unused = write("DELETE", "/documents/005?reason=over", "", "If-Match", "*");
  }

  @Test
  void aDocumentIsPutInCorrectedAndTakenOut() throws IOException {
    String bundle = bundle();
    HttpResponse<String> added = put(bundle);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(header(added, "Location")).isEqualTo("/documents/005");
    JsonNode receipt = json(added);
    assertThat(receipt.at("/outcome").asString()).isEqualTo("ADDED");
    assertThat(receipt.at("/facts/withdrawn/0/predicate").asString()).endsWith("#venue");
    assertThat(receipt.at("/facts/disputed/0/proposition").asString()).isEqualTo(VENUE);
    assertThat(receipt.at("/facts/corroborated/0/documents").asInt())
        .isEqualTo(receipt.at("/facts/corroborated/0/documentsBefore").asInt() + 1);
    assertThat(get("/data/stance/005-venue.ttl").statusCode()).isEqualTo(200);

    HttpResponse<String> fetched = get("/documents/005");
    assertThat(header(fetched, "ETag")).isEqualTo(header(added, "ETag"));
    String corrected = fetched.body().replace("parley:Denial", "parley:Doubt");
    assertProblem(put(corrected), 428, "If-Match");
    assertProblem(put(corrected, "If-Match", "\"" + "x".repeat(43) + "-trig\""), 412, "changed");
    assertProblem(put(corrected, "If-None-Match", "*"), 412, "already");
    HttpResponse<String> replaced = put(corrected, "If-Match", header(fetched, "ETag"));
    assertThat(json(replaced).at("/outcome").asString()).isEqualTo("CORRECTED");
    assertProblem(put(bundle, "If-Match", header(fetched, "ETag")), 412, "changed");
    String either = "\"x\", " + header(replaced, "ETag");
    assertThat(put(corrected, "If-Match", either).statusCode()).isEqualTo(200);
    HttpResponse<String> same = put(corrected, "If-Match", "*");
    assertThat(json(same).at("/outcome").asString()).isEqualTo("UNCHANGED");
    assertThat(header(same, "Parley-Revision")).isEqualTo(header(replaced, "Parley-Revision"));

    assertProblem(write("DELETE", "/documents/005", "", "If-Match", "*"), 400, "reason");
    HttpResponse<String> retracted =
        write("DELETE", "/documents/005?reason=It+was+invented", "", "If-Match", "*");
    assertThat(json(retracted).at("/facts/added/0/predicate").asString()).endsWith("#venue");
    for (String path :
        List.of("/documents/005", "/data/document/005", "/data/stance/005-venue.ttl")) {
      assertProblem(get(path), 410, "It was invented");
    }
    assertProblem(get("/documents/nobody"), 404, "nobody");
    assertProblem(write("DELETE", "/documents/006?reason=x", "", "If-Match", "*"), 404, "006");
  }

  @Test
  void aDryRunTellsEverythingAndChangesNothing() throws IOException {
    long revision = store.revision().number();
    HttpResponse<String> dry = write("PUT", "/documents/005?dry-run=true", bundle(), TRIG);
    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(json(dry).at("/dryRun").asBoolean()).isTrue();
    assertThat(json(dry).at("/facts/withdrawn")).hasSize(1);
    assertThat(store.revision().number()).isEqualTo(revision);
    assertThat(get("/documents/005").statusCode()).isGreaterThanOrEqualTo(400);
    HttpResponse<String> real = put(bundle());
    assertThat(json(real).at("/digest")).isEqualTo(json(dry).at("/digest"));
    assertThat(json(real).at("/facts")).isEqualTo(json(dry).at("/facts"));
    assertProblem(
        write("PUT", "/documents/005?dry-run=perhaps", bundle(), TRIG), 400, "true or false");
  }

  @Test
  void aRepetitionWithTheSameKeyIsAnsweredAlikeAndDoneOnce() throws IOException {
    String key = "\"key-" + System.nanoTime() + "\"";
    HttpResponse<String> first = put(bundle(), "Idempotency-Key", key);
    HttpResponse<String> second = put(bundle(), "Idempotency-Key", key);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.statusCode()).isEqualTo(201);
    assertProblem(put(bundle() + "\n", "Idempotency-Key", key), 422, "another request");
    HttpResponse<String> dry =
        write(
            "PUT",
            "/documents/005?dry-run=true",
            bundle(),
            TRIG[0],
            TRIG[1],
            "If-Match",
            "*",
            "Idempotency-Key",
            key);
    assertThat(json(dry).at("/outcome").asString()).isEqualTo("UNCHANGED");
    String other = "\"other-" + System.nanoTime() + "\"";
    HttpResponse<String> same = put(bundle(), "If-Match", "*", "Idempotency-Key", other);
    assertThat(json(same).at("/outcome").asString()).isEqualTo("UNCHANGED");
    assertThat(put(bundle().replace("a parley:Denial", "a parley:Doubt"), "If-Match", "*"))
        .returns(200, HttpResponse::statusCode);
    assertThat(put(bundle(), "If-Match", "*", "Idempotency-Key", other).body())
        .isEqualTo(same.body());
  }

  @Test
  void thePassagesAreHeldAgainstTheTextThatIsSent() throws IOException {
    String text = Files.readString(HOME.resolve("005-firefly.txt"));
    assertProblem(form(bundle(), text + "."), 422, "is not the text that was read");
    assertProblem(
        form(bundle().replace("oa:end 48", "oa:end 47"), text), 422, "is not what was read");
    HttpResponse<String> taken = form(bundle(), text);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    assertThat(json(taken).at("/passagesProven").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsRejectedIsToldByLineAndAsAReportAndChangesNothing() throws IOException {
    String wrong = bundle().replace("parley:voice \"own\"", "parley:voice \"loud\"");
    long line = wrong.substring(0, wrong.indexOf("attestation:005-venue")).lines().count();
    long revision = store.revision().number();
    assertProblem(put(wrong), 422, "005.trig:" + line + ":");
    assertThat(put(wrong, "Accept", "text/plain").body())
        .startsWith("005.trig:" + line + ":")
        .contains("rule: https://w3id.org/parley/shapes#Attestation-voice");
    HttpResponse<String> report = put(wrong, "Accept", "text/turtle");
    assertThat(report.statusCode()).isEqualTo(422);
    var graph = RDFParser.fromString(report.body(), Lang.TURTLE).toGraph();
    assertThat(graph.find(null, SHACL.conforms, null).next().getObject().getLiteralValue())
        .isEqualTo(false);
    assertThat(graph.find(null, SHACL.sourceConstraintComponent, SHACL.InConstraintComponent))
        .toIterable()
        .hasSize(1);
    assertThat(store.revision().number()).isEqualTo(revision);
  }

  @Test
  void nobodyWritesWithoutTheToken() throws IOException {
    for (String given : List.of("", "Bearer wrong", "Basic " + TOKEN, TOKEN)) {
      var request = HttpRequest.newBuilder(uri("/documents/005")).header("Content-Type", TRIG[1]);
      if (!given.isEmpty()) {
        request.header("Authorization", given);
      }
      HttpResponse<String> refused = send(request.PUT(BodyPublishers.ofString(bundle())));
      assertProblem(refused, 401, "Bearer TOKEN");
      assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer");
    }
    for (String spelt : List.of("/%64ocuments/005", "/documents;a=b/005", "/documents/%30%305")) {
      var request = HttpRequest.newBuilder(uri(spelt)).header("Content-Type", TRIG[1]);
      assertThat(send(request.PUT(BodyPublishers.ofString(bundle()))).statusCode())
          .as(spelt)
          .isIn(400, 401, 404);
    }
    assertThat(get("/documents/005").statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void aDocumentSpeaksOfThingsOnly() throws IOException {
    for (String subject :
        List.of(
            "https://w3id.org/parley/ontology#participant",
            "https://w3id.org/parley/source/ontology/parley.ttl",
            "https://w3id.org/parley/submission/1",
            "https://w3id.org/parley/revision/1",
            "https://example.org/x")) {
      assertProblem(put(also(subject)), 422, "it is no thing");
    }
    for (String thing : List.of("actor/nobody", "stance/005-venue", "a(b/c", "foo")) {
      assertProblem(put(also("https://w3id.org/parley/id/" + thing)), 422, "has no type there");
    }
  }

  /** The bundle, which says in the document's own graph something of a subject, too. */
  private static String also(String subject) throws IOException {
    String opening = "graph:document\\/005 {";
    assertThat(bundle()).contains(opening);
    return bundle().replace(opening, opening + " <" + subject + "> parley:singleValued true .");
  }

  @Test
  void aFormThatIsNoneIsToldSo() {
    for (String type :
        List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/*", "*/*")) {
      HttpResponse<String> refused =
          write("PUT", "/documents/005", "--X\r\n\r\nabc\r\n--X--\r\n", "Content-Type", type);
      assertThat(refused.statusCode()).as(type).isIn(400, 415);
    }
    for (String body : List.of("", "--X\r\n\r\nabc\r\n--X--\r\n", "--X\r\nContent-Disp")) {
      assertProblem(
          write("PUT", "/documents/005", body, "Content-Type", "multipart/form-data; boundary=X"),
          400,
          "form");
    }
  }

  @Test
  void aBodyThatIsNoBundleIsToldSo() throws IOException {
    assertProblem(write("PUT", "/documents/005", bundle()), 415, "application/trig");
    assertProblem(
        write("PUT", "/documents/005", bundle(), "Content-Type", "text/turtle"), 415, "trig");
    assertProblem(put(bundle(), "Content-Encoding", "gzip"), 415, "not compressed");
    assertProblem(put(bundle().replace("graph:register {", "graph:facts {")), 422, "graph/facts");
    assertProblem(put(bundle().replace("graph:register {", "{")), 422, "no graph");
    String control = bundle().replace("report\"@en", "report\\u0000\"@en");
    assertProblem(put(control), 422, "a control character");
    assertProblem(put(""), 422, "It says nothing in");
    assertProblem(put("graph:x {"), 422, "005.trig:1:");
    assertProblem(write("PUT", "/documents/A..b", bundle(), TRIG), 400, "lower-case");
    assertProblem(put(" ".repeat(DocumentRequest.LONGEST + 1)), 413, "8 MiB");
  }

  @Test
  void aNumberThatTheStoreDoesNotKeepIsRefused() throws IOException {
    String large = bundle().replace("oa:end 48", "oa:end 99999999999999999999");
    assertProblem(put(large), 422, "64 bits");
    assertProblem(put(bundle().replace("oa:end 48", "oa:end 4294967296")), 422, "oa:end");
  }

  @Test
  void theChangesReplayedGiveTheSameDataSet() throws IOException {
    assertThat(put(bundle()).statusCode()).isEqualTo(201);
    List<Long> numbers = new ArrayList<>();
    String page = "/changes.json?limit=1";
    while (page != null) {
      JsonNode list = json(get(page));
      list.at("/changes").forEach(change -> numbers.add(change.at("/revision").asLong()));
      page = list.has("next") ? list.at("/next").asString() : null;
    }
    assertThat(numbers).hasSize((int) store.revision().number()).endsWith(1L);
    assertThat(json(get("/changes.json")).at("/changes/0/document").asString())
        .isEqualTo("https://w3id.org/parley/id/document/005");
    DatasetGraph replayed = DatasetGraphFactory.create();
    for (long number : numbers.reversed()) {
      byte[] patch = get("/changes/" + number).body().getBytes(StandardCharsets.UTF_8);
      RDFPatchOps.applyChange(replayed, RDFPatchOps.read(new ByteArrayInputStream(patch)));
    }
    assertThat(store.read(() -> IsoMatcher.isomorphic(replayed, store.dataset()))).isTrue();
  }

  @Test
  void theChangesAreHadAsAtomAndRdfAndAPage() throws IOException {
    assertThat(put(bundle()).statusCode()).isEqualTo(201);
    assertThat(get("/changes", "Accept", "application/atom+xml").body())
        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "/changes/1\"");
    var graph = RDFParser.fromString(get("/changes.ttl").body(), Lang.TURTLE).toGraph();
    assertThat(graph.contains(null, DCAT.downloadURL.asNode(), null)).isTrue();
    assertThat(graph.find(null, INFORMED, null).toList())
        .allMatch(t -> number(t.getSubject()).equals(number(t.getObject())));
    assertThat(get("/changes", "Accept", BROWSER).body()).contains("<h1>Changes</h1>");
    assertProblem(get("/changes?limit=0"), 400, "limit");
    assertProblem(get("/changes?page=2"), 400, "page");
    assertProblem(get("/changes/999"), 404, "999");
    assertProblem(get("/changes/x"), 404, "no change");
    assertThat(get("/revision/1").headers().firstValue("Location")).contains("/changes/1");
    assertThat(get("/submission/2").headers().firstValue("Location")).contains("/changes/2");
    assertProblem(get("/revision/x"), 400, "whole number");
    assertProblem(get("/changes.exe"), 404, "json");
  }

  private static final Node INFORMED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasInformedBy");

  private static String number(Node node) {
    return node.getURI().substring(node.getURI().lastIndexOf('/'));
  }

  private static final String[] TRIG = {"Content-Type", "application/trig"};

  private static String bundle() throws IOException {
    return Files.readString(HOME.resolve("005.trig"));
  }

  private HttpResponse<String> put(String bundle, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(TRIG, 0, all, 0, 2);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return write("PUT", "/documents/005", bundle, all);
  }

  private HttpResponse<String> form(String bundle, String text) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"b\"\r\n"
            + "Content-Type: application/trig\r\n\r\n"
            + bundle
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"text\"; filename=\"t\"\r\n\r\n"
            + text
            + "\r\n--b--\r\n";
    return write("PUT", "/documents/005", body, "Content-Type", "multipart/form-data; boundary=b");
  }

  private HttpResponse<String> write(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + TOKEN)
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
