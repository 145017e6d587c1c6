package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.rdf.RdfFormat;

class EntityControllerTest extends SurfaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        BROWSER + "                                                                 | /page/",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8            | /page/",
        "text/turtle                                                                | /data/",
        "application/json                                                           | /data/",
        "application/rdf+xml;q=0.9, text/html;q=0.1                                 | /data/",
        "*/*                                                                        | /data/",
      })
  void sendsOnToPageOrData(String accept, String path) {
    var response = get("/id/actor/ruritania", "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(header(response, "Location")).isEqualTo(path + "actor/ruritania");
    assertThat(header(response, "Vary")).contains("Accept");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void describesInEveryFormat(RdfFormat format) {
    var fixed = get("/data/actor/ruritania." + format.extension());
    assertThat(fixed.statusCode()).isEqualTo(200);
    assertThat(header(fixed, "Content-Type")).startsWith(format.mediaType());
    var negotiated = get("/data/actor/ruritania", "Accept", format.mediaType());
    assertThat(header(negotiated, "Content-Type")).startsWith(format.mediaType());
    assertThat(header(negotiated, "Content-Location"))
        .isEqualTo("/data/actor/ruritania." + format.extension());
    assertThat(header(negotiated, "Vary")).contains("Accept");
    assertThat(negotiated.body()).isEqualTo(fixed.body());
    format
        .lang()
        .ifPresent(
            lang ->
                assertThat(graph(fixed.body(), lang))
                    .isEqualTo(graph(get("/data/actor/ruritania.nt").body(), Lang.NTRIPLES)));
  }

  @Test
  void describesWithLabelsAndLinksBothWays() {
    String id = "https://w3id.org/parley/id/";
    Node label = iri("http://www.w3.org/2004/02/skos/core#prefLabel");
    assertThat(graph(get("/data/place/zenda.ttl").body(), Lang.TURTLE))
        .contains(
            Triple.create(
                iri(id + "place/zenda"), label, NodeFactory.createLiteralLang("Zenda", "en")),
            Triple.create(
                iri(id + "meeting/zenda"),
                iri("https://w3id.org/parley/ontology#venue"),
                iri(id + "place/zenda")),
            Triple.create(
                iri(id + "meeting/zenda"),
                label,
                NodeFactory.createLiteralLang("Meeting at Zenda", "en")));
  }

  @Test
  void beginsWithTheEntityItself() {
    String body = get("/data/place/zenda.nt").body();
    assertThat(body).startsWith("<https://w3id.org/parley/id/place/zenda>");
  }

  @Test
  void tellsWhetherItChanged() {
    String tag = header(get("/data/actor/ruritania.ttl"), "ETag");
    assertThat(tag).matches("\"[\\w-]{43}-turtle\"");
    assertThat(get("/data/actor/ruritania.ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/data/actor/ruritania.nt", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void showsAPageWithItsEvidence() {
    var page = get("/page/proposition/blame", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains(
            "Ruritania – responsible for – feud",
            "The feud is Ruritania&#39;s fault.",
            "all their doing",
            "alleged",
            "(letter)",
            "/page/passage/7-10-20",
            "10–20",
            "Ruritania is not to blame.",
            "disputed",
            "rel=\"alternate\" type=\"text/turtle\"");
    String chain = page.body().substring(page.body().indexOf("class=\"chain\""));
    assertThat(chain.indexOf("O&#39;Connor")).isLessThan(chain.indexOf("(letter)"));
  }

  @Test
  void showsFactsWithLinksToTheirEvidence() {
    assertThat(get("/page/meeting/zenda").body())
        .contains("href=\"/page/place/zenda\"", ">Zenda<", "href=\"/page/proposition/met\"")
        .contains("1 document, 1 origin");
  }

  @Test
  void escapesWhatItShows() {
    String page = get("/page/actor/ruritania").body();
    assertThat(page)
        .contains(
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co", "Руританія", "روريتانيا")
        .doesNotContain("<script>", " style=", "onclick");
    assertThat(page).contains("href=\"http://example.org/Ruritania\"");
    assertThat(page).doesNotContain("href=\"urn:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/", "/data/", "/page/"})
  void knowsNothingOfOthers(String path) {
    assertProblem(get(path + "actor/strelsau"), 404, "unknown-entity");
    assertProblem(get(path + "monarch/rudolf"), 404, "The kinds are actor, place, meeting");
    var read = get(path + "actor/strelsau", "Accept", BROWSER);
    assertThat(read.statusCode()).isEqualTo(404);
    assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/", "/data/", "/page/"})
  @DisplayName("unknown / retracted / unservable Accept / too long or malformed Accept: 410")
  void saysWhatWasRetractedAndWhy(String path) {
    assertProblem(
        get(path + "document/8"), 410, "\"because\":\"The Strelsau Courier withdrew it.\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/actor/a%0Ab,                  400",
    "/id/actor/a%0D%0ASet-Cookie:%20x=1, 400",
    "/data/actor/ruritania%2Fx,          400",
    "/data/actor/..%2F..%2Fetc,          400",
    "/data/actor/%2e%2e/%2e%2e/etc,      404",
    "/data/actor/%3Cscript%3E,           400",
    "/id/actor/%F0%9F%91%91,             400",
    "/id/ACTOR/x,                        400",
    "/data/actor/ruritania.exe,          404",
    "/data/actor/.ttl,                   400",
    "/data/actor,                        404",
    "/id/actor/a/b,                      404",
  })
  void answersOddNamesClearly(String path, int status) {
    assertProblem(get(path), status, "\"title\":");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 7_000, 8_200, 60_000})
  void answersLongNamesClearly(int length) {
    var response = get("/data/actor/" + "a".repeat(length));
    assertProblem(response, 400, "\"title\":");
    assertThat(response.body()).hasSizeLessThan(1500);
  }

  @Test
  void answersOddAcceptHeadersClearly() {
    assertProblem(
        get("/data/actor/ruritania", "Accept", "image/png"), 406, "\"available\":[\"text/turtle\"");
    assertProblem(get("/data/actor/ruritania", "Accept", "text/*;q=2"), 400, "malformed-accept");
    assertProblem(get("/id/actor/ruritania", "Accept", "turtle"), 400, "malformed-accept");
    assertProblem(
        get("/data/actor/ruritania", "Accept", "a/b,".repeat(60) + "text/turtle"),
        400,
        "malformed-accept");
    assertThat(get("/data/actor/ruritania", "Accept", " text/turtle ; q=1 ").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersHeadAndOptions() {
    var head = send("HEAD", "/data/actor/ruritania.ttl");
    var whole = get("/data/actor/ruritania.ttl");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(whole, "Content-Length"));
    var options = send("OPTIONS", "/data/actor/ruritania.ttl");
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(header(options, "Allow").toUpperCase(Locale.ROOT)).contains("GET", "HEAD");
  }

  private static Set<Triple> graph(String text, Lang lang) {
    return RDFParser.fromString(text, lang).toGraph().find().toSet();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
