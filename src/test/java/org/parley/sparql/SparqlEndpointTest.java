package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.queries.MalformedQuery;
import org.parley.rdf.MalformedAccept;
import org.parley.rdf.Unwritable;
import org.parley.store.Store;

class SparqlEndpointTest {

  private static final String ONE = "http://example.org/one";
  private static final String TWO = "http://example.org/two";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";

  static Store store;
  static Server server;
  static Server roomy;

  @BeforeAll
  static void start() {
    store = Store.inMemory();
    store.replace(
        Map.of(
            NodeFactory.createURI(ONE),
            RDFParser.fromString("<x:a> <x:p> 'Київ', 1 .", Lang.TURTLE).toGraph(),
            NodeFactory.createURI(TWO),
            RDFParser.fromString("<x:b> <x:q/> 2 .", Lang.TURTLE).toGraph()),
        Set.of());
    server = new Server(store, new Limits(2_000, Limits.STANDARD.deadline()));
    roomy = new Server(store, new Limits(200_000, Limits.STANDARD.deadline()));
  }

  @AfterAll
  static void stop() {
    roomy.close();
    server.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                                       | application/sparql-results+json",
        "*/*                                     | application/sparql-results+json",
        "application/sparql-results+xml          | application/sparql-results+xml",
        "text/csv                                | text/csv;charset=utf-8",
        "text/tab-separated-values               | text/tab-separated-values;charset=utf-8",
        "application/json                        | application/json",
        "application/xml                         | application/xml",
        "text/csv;q=0.1, application/*;q=0.2     | application/sparql-results+json",
        "text/html,application/xml;q=0.9,*/*;q=0.8 | application/sparql-results+json",
      })
  void rowsInEveryFormat(String accept, String type) throws IOException {
    String query = "SELECT ?o { ?s <x:p> ?o FILTER(isLiteral(?o) && !isNumeric(?o)) }";
    HttpResponse<String> response =
        accept == null ? server.query(query) : server.query(query, "Accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.headers().allValues("Vary")).contains("Accept");
    assertThat(response.body()).contains("Київ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml",
        "application/trig",
        "application/n-quads",
        "application/trix",
        "application/rdf+json"
      })
  void graphsInEveryFormat(String accept) throws IOException {
    for (String path :
        new String[] {
          "/sparql?query=" + Server.encode("CONSTRUCT { <x:a> <x:p> ?o } WHERE { <x:a> ?p ?o }"),
          "/sparql?query=" + Server.encode("DESCRIBE <x:a>"),
          "/graphs?graph=" + ONE
        }) {
      HttpResponse<String> response = server.get(path, "Accept", accept);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept);
      assertThat(RDFParser.fromString(response.body(), lang(accept)).toGraph().size()).isEqualTo(2);
    }
  }

  @Test
  void queriesComeByGetFormAndBody() throws IOException {
    String query = "ASK { ?s ?p 'Київ' }";
    assertTrue(server.query(query));
    assertTrue(server.post("query=" + Server.encode(query), "Content-Type", FORM));
    assertTrue(server.post(query, "Content-Type", DIRECT));
    assertTrue(server.post(query, "Content-Type", DIRECT + "; charset=UTF-8"));
  }

  @Test
  void aQueryThatNamesNoGraphSeesThemAll() throws IOException {
    assertTrue(server.query("ASK { ?a <x:p> 1 . ?b <x:q/> 2 }"));
    assertTrue(server.query("ASK { GRAPH <" + ONE + "> { ?a <x:p> 1 } }"));
    assertFalse(server.query("ASK { GRAPH <" + ONE + "> { ?b <x:q/> 2 } }"));
  }

  @Test
  void aDatasetThatIsNamedIsTheDataset() throws IOException {
    String two = Server.encode("ASK { ?b <x:q/> 2 }");
    assertFalse(server.get("/sparql?query=" + two + "&default-graph-uri=" + ONE));
    assertTrue(server.get("/sparql?query=" + two + "&default-graph-uri=" + TWO));
    assertFalse(server.get("/sparql?query=" + two + "&named-graph-uri=" + TWO));
    assertFalse(server.query("ASK FROM <" + ONE + "> { ?b <x:q/> 2 }"));
    assertFalse(server.query("ASK FROM NAMED <" + TWO + "> { ?b <x:q/> 2 }"));
    assertTrue(server.query("ASK FROM NAMED <" + TWO + "> { GRAPH ?g { ?b <x:q/> 2 } }"));
  }

  @Test
  void headIsGetWithoutABody() throws IOException {
    String path = "/sparql?query=" + Server.encode("ASK {}");
    HttpResponse<String> head = server.send(server.to(path).HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(server.get(path).headers().firstValue("Content-Length"))
        .isPresent();
    assertThat(server.send(server.to("/graphs?default").HEAD()).statusCode()).isEqualTo(200);
    assertThat(server.send(server.to("/graphs?graph=x:none").HEAD()).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutAQueryTheRequestGoesOn() throws IOException {
    assertThat(server.get("/sparql").body()).isEqualTo("down the chain");
    assertThat(server.get("/sparql?foo=bar", "Accept", "text/html").body())
        .isEqualTo("down the chain");
    assertThat(server.get("/elsewhere?query=ASK").body()).isEqualTo("down the chain");
    assertThat(server.send(server.to("/sparql").HEAD()).statusCode()).isEqualTo(200);
  }

  @Test
  void theDefaultGraphIsTheUnion() throws IOException {
    String all = server.get("/graphs?default", "Accept", "application/n-triples").body();
    assertThat(all).contains("<x:a> <x:p> \"Київ\"", "<x:b> <x:q/>", "revisionNumber");
  }

  @Test
  void aMalformedQueryIsToldWithItsPlace() throws IOException {
    HttpResponse<String> response = server.query("ASK {\n ?s ?p 'Ї' !");
    assertThat(response.body()).startsWith("Line 2, column 12 of the query: `!`");
    refused(response, 400, MalformedQuery.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callback=f",
        "stylesheet=x",
        "force-accept=text/plain",
        "timeout=1",
        "output=json",
        "query=SELECT",
        "default-graph-uri=relative",
        "named-graph-uri="
      })
  void parametersThatAreNotOffered(String parameter) throws IOException {
    refused(server.get("/sparql?query=ASK%7B%7D&" + parameter), 400);
  }

  @Test
  void parametersThatCannotBeDecoded() throws IOException {
    assertThat(server.raw("/sparql?query=%zz")).startsWith("HTTP/1.1 400");
    assertThat(server.failures).isNotEmpty().last().isInstanceOf(Refused.class);
    refused(server.post("query=%zz", "Content-Type", FORM), 400);
  }

  @Test
  void outputBesideAnAcceptHeaderDoesNotMatter() throws IOException {
    String path = "/sparql?query=ASK%7B%7D&format=xml&output=xml&results=xml";
    assertTrue(server.get(path, "Accept", "application/sparql-results+json"));
  }

  @Test
  void nothingIsWritten() throws IOException {
    refused(server.get("/sparql?update=CLEAR+ALL"), 403);
    refused(server.post("update=CLEAR+ALL", "Content-Type", FORM), 403);
    refused(server.post("CLEAR ALL", "Content-Type", "application/sparql-update"), 403);
    refused(server.query("CLEAR ALL"), 400, MalformedQuery.class);
    refused(server.query("LOAD <http://localhost/>"), 400, MalformedQuery.class);
    for (String path : new String[] {"/sparql?query=ASK%7B%7D", "/graphs?graph=" + ONE}) {
      for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
        HttpResponse<String> response =
            server.send(server.to(path).method(method, BodyPublishers.ofString("<x:a> <x:b> 1 .")));
        assertThat(response.headers().firstValue("Allow").orElseThrow()).startsWith("GET, HEAD");
        refused(response, 405);
      }
    }
    refused(
        server.send(server.to("/graphs?default").POST(BodyPublishers.ofString("<x:a> <x:b> 1 ."))),
        405);
    assertThat(store.revision().number()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, -",
    "multipart/form-data; boundary=x, -",
    "application/sparql-query; charset=UTF-16, -",
    "application/x-www-form-urlencoded; charset=ISO-8859-1, -",
    "application/sparql-query, gzip",
    "application/x-www-form-urlencoded, deflate",
  })
  void bodiesThatAreNotRead(String type, String encoding) throws IOException {
    refused(
        encoding.equals("-")
            ? server.post("ASK {}", "Content-Type", type)
            : server.post("ASK {}", "Content-Type", type, "Content-Encoding", encoding),
        415);
  }

  @Test
  void aBodyThatIsNotUtf8() throws IOException {
    byte[] latin = "ASK { ?s ?p 'é' }".getBytes(StandardCharsets.ISO_8859_1);
    refused(
        server.send(
            server
                .to("/sparql")
                .header("Content-Type", DIRECT)
                .POST(BodyPublishers.ofByteArray(latin))),
        400);
  }

  @Test
  void aQueryThatIsTooLong() throws IOException {
    String query = "ASK { } # " + "x".repeat(2_000);
    refused(server.query(query), 413);
    refused(server.post(query, "Content-Type", DIRECT), 413);
    refused(server.post("query=" + Server.encode(query), "Content-Type", FORM), 413);
    var chunks =
        BodyPublishers.fromPublisher(BodyPublishers.ofString("query=" + "x".repeat(3_000_000)));
    refused(server.send(server.to("/sparql").header("Content-Type", FORM).POST(chunks)), 413);
  }

  @Test
  void formatsThatAreNotOffered() throws IOException {
    assertThat(server.query("ASK {}", "Accept", "image/png").body())
        .contains("image/png", "application/sparql-results+json");
    refused(server.query("ASK {}", "Accept", "text/csv"), 406);
    refused(server.query("SELECT * {}", "Accept", "text/turtle"), 406);
    refused(server.get("/graphs?default", "Accept", "text/csv"), 406);
    refused(
        server.get("/graphs?graph=" + TWO, "Accept", "application/rdf+xml"), 406, Unwritable.class);
    refused(server.query("ASK {}", "Accept", "a/b,".repeat(600)), 400, MalformedAccept.class);
  }

  @Test
  void graphsThatAreNotThere() throws IOException {
    refused(server.get("/graphs?graph=http://example.org/none"), 404);
    for (String query : new String[] {"", "?", "?graph=one", "?default&graph=" + ONE, "?x=y"}) {
      refused(server.get("/graphs" + query), 400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "ASK { SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } })",
        "SELECT (SUM(IF(EXISTS { s\\u0065rvice <http://localhost:1/> {} }, 1, 2)) AS ?n) {}",
        "ASK { BIND(<http://jena.apache.org/ARQ/function#wait>(1) AS ?x) }",
        "ASK { BIND(<http://jena.hpl.hp.com/ARQ/function#wait>(1) AS ?x) }",
        "ASK { FILTER(<java:org.apache.jena.sparql.function.library.wait>(1)) }",
        "SELECT * { ?s ?p ?o } ORDER BY <http://jena.apache.org/ARQ/function#print>(?s)",
        "SELECT (SUM(<http://jena.apache.org/ARQ/function#wait>(?o)) AS ?n) { ?s ?p ?o }",
        "ASK { ?s <http://jena.apache.org/ARQ/property#concat> ('a' 'b') }",
        "ASK { ?s <java:org.apache.jena.sparql.pfunction.library.concat> ('a' 'b') }",
        "ASK { ?s <http://jena.apache.org/ARQ/property#concat>/<x:p> ?o }",
        "ASK { BIND(<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) }",
        "ASK { BIND(<http://www.w3.org/2005/xpath-functions#apply>"
            + "(<http://jena.apache.org/ARQ/function#wait>, 1) AS ?x) }",
      })
  void whatReachesOutsideTheDataset(String query) throws IOException {
    refused(server.query(query), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (0.0/0.0 AS ?x) {}",
        "SELECT (STRLANG('x', '%') AS ?x) {}",
        "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> SELECT (fn:round(1E400) AS ?x) {}",
        "SELECT (STRLANG('x', 'en--x') AS ?x) {}",
      })
  void whatTheEngineStumblesOver(String query) throws IOException {
    assertThat(server.query(query).statusCode()).isIn(200, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { ?s ((<x:p>*)*)* ?o }",
        "ASK { ?s (<x:p>+/<x:q>+)+ ?o }",
        "ASK { ?s (((!<x:x>|^!<x:x>)*)*)* ?o }",
        "ASK { ?s ?p ?o FILTER NOT EXISTS { ?s (<x:p>*|<x:q>)* ?o } }",
        "SELECT (EXISTS { ?s (<x:p>*)+ ?o } AS ?x) { ?s ?p '\\u0001\\n(path* (path* x))' }",
        "SELECT * { ?s ?p ?o { SELECT ?s { GRAPH ?g { ?s (<x:p>*)+ ?o } } } }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { ?s (<x:p>*)+ ?o })",
        "SELECT (COUNT(EXISTS { ?s (<x:p>*)+ ?o }) AS ?n) { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { ?s (<x:p>*)+ ?o })",
        "ASK { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER EXISTS { ?s (<x:p>*)+ ?o } } }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o BIND(IF(EXISTS { ?s (<x:p>*)+ ?o }, 1, 2) AS ?x) }",
        "DESCRIBE ?s { ?s (<x:p>*)+ ?o }",
      })
  void aRepetitionWithinARepetitionIsRefused(String query) throws IOException {
    HttpResponse<String> response = server.query(query);
    refused(response, 403);
    assertThat(response.body()).contains("repeats within a repetition");
    assertThat(server.query("ASK { ?s <x:p>*/(<x:q>|<x:r>)+ '(path* (path* x))' }").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%73parql?query=ASK%7B%7D", "/sparql;x=1?query=ASK%7B%7D"})
  void aPathSpeltOddlyIsToldAndNotIgnored(String path) throws IOException {
    refused(server.get(path), 400);
  }

  @Test
  void whatOnlyLooksLikeIt() throws IOException {
    assertFalse(
        server.query("PREFIX service: <x:> ASK { ?service service:service 'SERVICE' } #SERVICE"));
    assertTrue(
        server.query(
            "ASK { BIND(<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) FILTER(?x = 1) }"));
    assertFalse(server.query("ASK { ?s <http://www.w3.org/2000/01/rdf-schema#member> ?o }"));
    assertFalse(
        server.query("ASK { ('a' 'b') <http://jena.apache.org/ARQ/property#strSplit>+ ?o }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{} UNION ", "?s ?p ?o . ", "{ ", "OPTIONAL { ?s ?p ?o } ", "FILTER(1=1) "})
  void manyOfTheSameIsNoFaultOfOurs(String part) throws IOException {
    String query = "ASK { " + part.repeat(5_000) + "{} }";
    HttpResponse<String> response =
        roomy.post(part.equals("{ ") ? query + "}".repeat(5_000) : query, "Content-Type", DIRECT);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 499);
  }

  private static void assertTrue(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).containsPattern("\"boolean\"\\s*:\\s*true");
  }

  private static void assertFalse(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).containsPattern("\"boolean\"\\s*:\\s*false");
  }

  private static void refused(HttpResponse<String> response, int status) {
    refused(response, status, Refused.class);
  }

  private static void refused(
      HttpResponse<String> response, int status, Class<? extends Exception> failure) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(server.failures).isNotEmpty().last().isInstanceOf(failure);
  }

  private static Lang lang(String mediaType) {
    return RDFLanguages.contentTypeToLang(mediaType);
  }
}
