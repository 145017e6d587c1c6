package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code GET /search?q=…&kind=&limit=&cursor=} and {@code GET /suggest?prefix=}. */
class SearchControllerTest extends SurfaceTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"https://w3id.org/parley/([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("<(/search[^>]+)>; rel=\"next\"");

  @Autowired private Store store;

  @Test
  void findsByAnyName() {
    var json = get("/search?q=" + encoded("Руританія"), "Accept", "application/json");
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(header(json, "Content-Type")).isEqualTo("application/json");
    assertThat(header(json, "ETag")).isNotEmpty();
    assertThat(header(json, "Vary")).contains("Accept");
    assertThat(json.body())
        .contains(
            "\"query\":\"Руританія\"",
            "\"complete\":true",
            "\"next\":null",
            "\"results\":[{\"id\":\"https://w3id.org/parley/id/actor/ruritania\","
                + "\"name\":\"Ruritania\",\"kind\":\"actor\",\"matched\":\"Руританія\","
                + "\"lang\":\"uk\",\"page\":\"/page/actor/ruritania\"}");
    assertThat(ids(json.body())).startsWith("id/actor/ruritania");
    assertThat(ids(get("/search?q=ruritanja&kind=").body())).startsWith("id/actor/ruritania");
    assertThat(get("/search?q=state").body()).contains("\"page\":\"/ontology#State\"");
  }

  @Test
  void filtersByKind() {
    assertThat(ids(get("/search?q=zenda").body()))
        .containsExactly("id/place/zenda", "id/meeting/zenda", "id/stance/met");
    String meetings = get("/search?q=zenda&kind=meeting").body();
    assertThat(ids(meetings)).containsExactly("id/meeting/zenda");
    assertThat(meetings)
        .contains("\"total\":1", "\"kinds\":{\"meeting\":1,\"place\":1,\"stance\":1}");
  }

  @Test
  void pagesAddUpToTheTotal() {
    List<String> found = new ArrayList<>();
    String path = "/search?q=" + encoded("zenda & feud?") + "&limit=2";
    int pages = 0;
    while (!path.isEmpty()) {
      var page = get(path);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      found.addAll(ids(page.body()));
      path =
          NEXT.matcher(header(page, "Link")).results().map(m -> m.group(1)).findFirst().orElse("");
      assertThat(page.body())
          .contains("\"complete\":" + path.isEmpty())
          .contains(path.isEmpty() ? "\"next\":null" : "\"next\":\"" + path + "\"");
      pages++;
    }
    var all = get("/search?q=" + encoded("zenda & feud?") + "&limit=100");
    assertThat(found).isEqualTo(ids(all.body())).doesNotHaveDuplicates();
    assertThat(all.body()).contains("\"total\":" + found.size(), "\"complete\":true");
    assertThat(pages).isGreaterThan(1);
  }

  @Test
  void aPageIsOfOneRevisionAndOneSearch() {
    String next = next("/search?q=zenda&limit=1");
    assertThat(get(next).statusCode()).isEqualTo(200);
    assertProblem(get(next.replace("q=zenda", "q=feud")), 400, "\"parameter\":\"cursor\"");
    assertProblem(get(next + "&kind=place"), 400, "\"parameter\":\"cursor\"");
    var graph = GraphFactory.createDefaultGraph();
    graph.add(
        NodeFactory.createURI(Vocab.ID + "place/zenda-castle"),
        SKOS.prefLabel.asNode(),
        NodeFactory.createLiteralLang("Zenda castle", "en"));
    var written = store.replace(Map.of(Vocab.graph("castle"), graph), Set.of());
    try {
      assertProblem(get(next), 410, "not kept");
      String after = get("/search?q=zenda").body();
      assertThat(after).contains("\"revision\":" + written.number());
      assertThat(ids(after)).contains("id/place/zenda-castle");
    } finally {
      var unused = store.replace(Map.of(), Set.of(Vocab.graph("castle")));
    }
  }

  @Test
  void suggests() {
    var json = get("/suggest?prefix=zen&limit=2", "Accept", "application/json");
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(header(json, "Content-Type")).isEqualTo("application/json");
    assertThat(json.body()).startsWith("[{\"id\":").contains("\"page\":\"/page/place/zenda\"");
    assertThat(ids(json.body())).containsExactly("id/place/zenda", "id/meeting/zenda");
    assertThat(ids(get("/suggest?prefix=zen&kind=meeting").body()))
        .containsExactly("id/meeting/zenda");
    assertThat(get("/suggest?prefix=strelsau").body()).isEqualTo("[]");
    assertProblem(get("/suggest?prefix=zen", "Accept", "text/csv"), 406, "application/json");
  }

  @Test
  void showsAPage() {
    var page = get("/search?q=" + encoded("Руританія"), "Accept", BROWSER);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains(
            "value=\"Руританія\"",
            "href=\"/page/actor/ruritania\"",
            "<span lang=\"uk\" dir=\"auto\"><mark>Руританія</mark></span>",
            "action=\"/search\"");
    assertThat(get("/search?q=zenda&limit=1", "Accept", BROWSER).body())
        .contains("3 results", "<link rel=\"next\" href=\"/search?q=zenda&amp;limit=1&amp;cursor=");
    assertThat(get("/search?q=zenda&kind=place", "Accept", BROWSER).body())
        .contains("1 result<", "href=\"/search?q=zenda&amp;kind=meeting\"")
        .containsPattern("aria-current=\"true\"[^>]*>place");
    assertThat(get("/search?q=alert", "Accept", BROWSER).body())
        .contains("&lt;script&gt;<mark>alert</mark>")
        .doesNotContain("<script>");
    assertThat(get("/search?q=%3Cb%3Estrelsau", "Accept", BROWSER).body())
        .contains("Nothing found", "&lt;b&gt;strelsau");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search", "/search?q=", "/search?q=&kind=place"})
  void withoutWordsIsAFormForBrowsers(String path) {
    var page = get(path, "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<h1>Search</h1>", "name=\"q\"").doesNotContain("result");
    assertProblem(get(path), 400, "'q' is missing");
  }

  @Test
  void everyPageHasASearchField() {
    for (String path : new String[] {"/", "/queries", "/page/actor/ruritania", "/nothing"}) {
      assertThat(get(path, "Accept", BROWSER).body())
          .contains("action=\"/search\"", "<script type=\"module\" src=\"/suggest.js\"></script>");
    }
    assertThat(header(get("/suggest.js"), "Content-Type")).startsWith("text/javascript");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/search?q=a&kind=planet      | one of actor, place, meeting",
        "/search?q=a&kind=a&kind=b    | 'kind' is given 2 times",
        "/search?q=a&q=b              | 'q' is given 2 times",
        "/search?q=a&page=2           | There are: q, kind, limit, cursor.",
        "/search?q=a&limit=0          | a whole number from 1 to 100",
        "/search?q=a&limit=101        | a whole number from 1 to 100",
        "/search?q=a&limit=ten        | a whole number from 1 to 100",
        "/search?q=a&limit=%D9%A1     | a whole number from 1 to 100",
        "/search?q=a&limit=1%0A       | a whole number from 1 to 100",
        "/search?q=a&cursor=2         | or begin without it",
        "/search?q=a&cursor=%00       | or begin without it",
        "/search?q=a&cursor=MSAxIDE   | or begin without it",
        "/search?q=a&cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5IDEgMQ | or begin without it",
        "/suggest                     | 'prefix' is missing",
        "/suggest?prefix=             | 'prefix' is missing",
        "/suggest?q=a                 | There are: prefix, kind, limit.",
        "/suggest?prefix=a&kind=x     | one of actor, place, meeting",
      })
  void refusesWhatItDoesNotUnderstand(String path, String said) {
    assertProblem(get(path), 400, said);
    assertThat(get(path, "Accept", BROWSER).statusCode()).isBetween(400, 406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "*:*",
        "zenda AND",
        "a~2",
        "[",
        "\\",
        "\0",
        "!?",
        "😀",
        "\u202Eابج",
        "\n",
        "ﬃ"
      })
  void anyTextIsText(String text) {
    for (String accept : new String[] {"application/json", BROWSER}) {
      assertThat(get("/search?q=" + encoded(text), "Accept", accept).statusCode()).isEqualTo(200);
    }
    assertThat(get("/suggest?prefix=" + encoded(text)).statusCode()).isEqualTo(200);
  }

  @Test
  void textIsOfBoundedLength() {
    assertThat(get("/search?q=" + "a".repeat(256)).statusCode()).isEqualTo(200);
    assertThat(get("/search?q=" + "b%20".repeat(128)).statusCode()).isEqualTo(200);
    String chinese =
        IntStream.range(0x4E00, 0x4F00).mapToObj(Character::toString).collect(joining());
    assertThat(get("/search?q=" + encoded(chinese)).statusCode()).isEqualTo(200);
    assertProblem(get("/search?q=" + "a".repeat(257)), 400, "has 257 characters");
    assertThat(get("/search?q=" + "a".repeat(8000)).statusCode()).isEqualTo(400);
    assertThat(get("/search?q=" + "a".repeat(80_000)).statusCode()).isBetween(400, 431);
    assertThat(RawRequest.get(port, "/search?q=%C3%28%ED%A0%80")).startsWith("HTTP/1.1 4");
  }

  private String next(String path) {
    return NEXT.matcher(header(get(path), "Link")).results().findFirst().orElseThrow().group(1);
  }

  private static List<String> ids(String json) {
    return ID.matcher(json).results().map(match -> match.group(1)).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
