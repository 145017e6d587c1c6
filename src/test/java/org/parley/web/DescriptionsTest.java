package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a description says, in its body and in its headers. */
@DirtiesContext
class DescriptionsTest extends SurfaceTest {
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
  private static final int LINKS = 450;

  @BeforeAll
  static void hub(@Autowired Store store) {
    Graph links = GraphFactory.createDefaultGraph();
    IntStream.range(0, LINKS)
        .forEach(
            i ->
                links.add(
                    NodeFactory.createURI(Vocab.ID + "meeting/m" + i),
                    Vocab.term("participant"),
                    NodeFactory.createURI(Vocab.ID + "actor/o-connor-s-guard")));
    var unused = store.replace(java.util.Map.of(Vocab.graph("statements-more"), links), Set.of());
  }

  @Test
  @DisplayName("A description holds: … for each statement how many documents, origins, disputed")
  void countsTheEvidenceOfEachFact() {
    String text = get("/data/meeting/zenda.nt").body();
    assertThat(text)
        .contains(
            "<https://w3id.org/parley/id/proposition/met> <https://w3id.org/parley/ontology#object>"
                + " <https://w3id.org/parley/id/place/zenda>",
            "#documentCount> \"1\"^^",
            "#originCount> \"1\"^^",
            "#disputed> \"false\"^^");
    JsonNode fact = json("/data/meeting/zenda.json").get("facts").get(0);
    assertThat(fact.toString())
        .isEqualTo(
            "{\"property\":{\"id\":\"https://w3id.org/parley/ontology#venue\",\"name\":\"venue\","
                + "\"page\":\"/ontology#venue\"},\"value\":{\"id\":\"https://w3id.org/parley/id/place/zenda\","
                + "\"name\":\"Zenda\",\"page\":\"/page/place/zenda\"},\"documents\":1,\"origins\":1,"
                + "\"disputed\":false,\"evidence\":\"/page/proposition/met\"}");
  }

  @Test
  void speaksPlainJsonToThoseWhoKnowNoRdf() {
    JsonNode guard = json("/data/proposition/blame.json");
    assertThat(guard.get("kind").asString()).isEqualTo("proposition");
    assertThat(guard.get("name").asString()).isEqualTo("Ruritania – responsible for – feud");
    JsonNode said = guard.get("evidence").get(1);
    assertThat(said.get("holder").get("name").asString()).isEqualTo("O'Connor's \"guard\"");
    assertThat(said.get("wording").asString()).isEqualTo("all their doing");
    assertThat(said.get("chain")).hasSize(2);
    assertThat(said.get("passages").get(0).get("start").asInt()).isEqualTo(10);
    assertThat(guard.get("disputedBy").get(0).get("stance").get("name").asString())
        .isEqualTo("Ruritania is not to blame.");
    assertThat(guard.get("complete").asBoolean()).isTrue();
  }

  @Test
  void countsALinkOnceThoughItsInverseIsDeclaredBothWays() {
    JsonNode links = json("/data/stance/blame.json").get("linkedFrom");
    assertThat(links).hasSize(1);
    assertThat(links.get(0).get("inverse").get("name").asString()).isEqualTo("attested by");
    assertThat(links.get(0).get("count").asInt()).isEqualTo(1);
    assertThat(links.get(0).get("first")).hasSize(1);
    assertThat(get("/data/stance/blame.nt").body().lines()).doesNotHaveDuplicates();
  }

  @Test
  void filesHaveTheNameThatTheyAreAskedBy() {
    assertThat(header(get("/data/place/zenda.ttl"), "Content-Disposition"))
        .isEqualTo("inline; filename=\"zenda.ttl\"");
    assertThat(header(get("/data/place/zenda"), "Content-Disposition")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/graph/facts, /graphs?graph=https://w3id.org/parley/graph/facts",
    "/graph/document/7, /graphs?graph=https://w3id.org/parley/graph/document/7",
    "/ontology/0.1.0, /ontology",
    "/problem/bad-parameter, /docs",
    "/dumps, /dataset",
  })
  void whatWasPublishedLeadsSomewhere(String path, String location) {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo(location);
  }

  @Test
  void isATableToThoseWhoKnowSpreadsheets() {
    assertThat(get("/data/meeting/zenda.csv").body().lines().toList())
        .contains(
            "property,propertyName,value,valueName,documents,origins,disputed,evidence",
            "https://w3id.org/parley/ontology#venue,venue,https://w3id.org/parley/id/place/zenda,"
                + "Zenda,1,1,false,https://w3id.org/parley/id/proposition/met");
    assertThat(get("/data/actor/ruritania.csv").body()).contains(",'=1+1,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/actor/o-connor-s-guard.nt", "/data/actor/o-connor-s-guard.ttl"})
  @DisplayName("inverse links counted per property, the first few inlined, the rest behind next")
  void pagesTheLinksToAHub(String path) {
    var first = get(path);
    assertThat(header(first, "Parley-Complete")).isEqualTo("false");
    Set<Triple> described = triples(first.body(), path);
    assertThat(links(described)).hasSize(PageQueries.FEW);
    assertThat(first.body()).containsPattern("triples>? +\"?450");
    List<Triple> paged = new ArrayList<>();
    String next = next(first);
    while (!next.isEmpty()) {
      var page = get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      paged.addAll(links(triples(page.body(), path)));
      assertThat(header(page, "Parley-Complete")).isEqualTo(String.valueOf(next(page).isEmpty()));
      next = next(page);
    }
    assertThat(paged).hasSize(LINKS).doesNotHaveDuplicates();
  }

  @Test
  void pagesTheLinksInJsonAndHtml() {
    JsonNode first = json("/data/actor/o-connor-s-guard.json");
    JsonNode group = first.get("linkedFrom").get(0);
    Set<String> seen = new HashSet<>();
    String next = first.get("next").asString();
    while (next != null) {
      JsonNode page = json(next);
      page.get("linkedFrom")
          .forEach(links -> links.get("links").forEach(link -> seen.add(link.toString())));
      next = page.get("next").isNull() ? null : page.get("next").asString();
    }
    assertThat(group.get("first")).hasSizeLessThanOrEqualTo(PageQueries.FEW);
    int counted = 0;
    for (JsonNode links : first.get("linkedFrom")) {
      counted += links.get("count").asInt();
    }
    assertThat(seen).hasSize(counted).hasSizeGreaterThan(LINKS);
    String page = get("/page/actor/o-connor-s-guard").body();
    String more = page.replaceAll("(?s).*href=\"(/page/[^\"]*cursor=[^\"]*)\".*", "$1");
    assertThat(get(more).body()).contains("Links to it", "/page/meeting/m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "MSAwIDA", "MSAwIDAAAAAAAAAAAAAA", "9999999999999999999999"})
  void answersOddCursorsClearly(String cursor) {
    assertProblem(
        get("/data/actor/ruritania.ttl?cursor=" + cursor), 400, "\"parameter\":\"cursor\"");
    assertProblem(get("/page/actor/ruritania?cursor=" + cursor), 400, "\"parameter\":\"cursor\"");
    assertProblem(get("/data/actor/ruritania.csv?cursor=" + cursor), 400, "cursor");
  }

  @Test
  void aCursorHoldsForOneList() {
    String cursor = next(get("/data/actor/o-connor-s-guard.nt")).replaceFirst(".*cursor=", "");
    assertProblem(get("/data/actor/ruritania.nt?cursor=" + cursor), 400, "not one that this list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/place/zenda.ttl", "/data/place/zenda.json", "/page/place/zenda"})
  @DisplayName("Every representation has its own strong ETag, Last-Modified, Cache-Control, …")
  void saysOfItselfWhatCachesAndClientsNeed(String path) throws Exception {
    var answer = get(path);
    assertThat(header(answer, "ETag")).startsWith("\"");
    assertThat(header(answer, "Last-Modified")).endsWith("GMT");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Parley-Revision")).matches("\\d+");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(answer.body().getBytes(StandardCharsets.UTF_8));
    assertThat(header(answer, "Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    assertThat(answer.headers().allValues("Link"))
        .contains(
            "</data/place/zenda.ttl>; rel=\"alternate\"; type=\"text/turtle\"",
            "</page/place/zenda>; rel=\"alternate\"; type=\"text/html\"",
            "</data/place/zenda>; rel=\"describedby\"",
            "<https://w3id.org/parley/id/place/zenda>; rel=\"cite-as\"",
            "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    for (String header : List.of("ETag", "Last-Modified")) {
      String condition = header.equals("ETag") ? "If-None-Match" : "If-Modified-Since";
      var again = get(path, condition, header(answer, header));
      assertThat(again.statusCode()).as(condition).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(header(answer, "ETag"));
    }
  }

  @Test
  void noTwoFormatsShareATag() {
    List<String> tags =
        Descriptions.SYNTAXES.stream()
            .map(syntax -> header(get("/data/place/zenda." + syntax.extension()), "ETag"))
            .toList();
    assertThat(tags).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void aRevisionIsPinnedOrSaidToBeGone() {
    String present = header(get("/data/place/zenda.ttl"), "Parley-Revision");
    var pinned = get("/data/place/zenda.ttl?revision=" + present);
    assertThat(pinned.statusCode()).isEqualTo(200);
    assertThat(header(get("/id/place/zenda?revision=" + present), "Location"))
        .isEqualTo("/data/place/zenda?revision=" + present);
    assertProblem(get("/data/place/zenda.ttl?revision=0"), 410, "not kept");
    assertProblem(get("/data/place/zenda.ttl?revision=99"), 400, "no revision 99 yet");
    assertProblem(get("/page/place/zenda?revision=first"), 400, "\"parameter\":\"revision\"");
  }

  private JsonNode json(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<Triple> links(Set<Triple> triples) {
    return triples.stream()
        .filter(triple -> triple.getPredicate().equals(Vocab.term("participant")))
        .toList();
  }

  private static Set<Triple> triples(String text, String path) {
    Lang lang = path.endsWith(".nt") ? Lang.NTRIPLES : Lang.TURTLE;
    return RDFParser.fromString(text, lang).toGraph().find().toSet();
  }

  private static String next(java.net.http.HttpResponse<?> answer) {
    return answer.headers().allValues("Link").stream()
        .map(NEXT::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }
}
