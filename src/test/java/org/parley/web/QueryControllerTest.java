package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryControllerTest extends SurfaceTest {

  @Test
  void listsTheCatalogue() {
    var json = get("/queries", "Accept", "application/json");
    assertThat(header(json, "Content-Type")).isEqualTo("application/json");
    assertThat(header(json, "Vary")).contains("Accept");
    assertThat(json.body())
        .contains(
            "\"name\":\"names\"",
            "\"title\":\"Names <of> things\"",
            "\"type\":\"iri\"",
            "\"defaultValue\":\"actor/ruritania\"",
            "\"href\":\"/queries/names?thing=actor/o-connor-s-guard\"",
            "\"extension\":\"csv\"");
    var html = get("/queries", "Accept", BROWSER);
    assertThat(header(html, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(header(html, "Vary")).contains("Accept");
    assertThat(html.body())
        .contains("href=\"/queries/names\"", "Names &lt;of&gt; things", "Is it known?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "srj  | application/sparql-results+json | \"xml:lang\" : \"uk\"",
        "srx  | application/sparql-results+xml  | <literal xml:lang=\"uk\">Руританія</literal>",
        "csv  | text/csv;charset=UTF-8          | thing,name",
        "tsv  | text/tab-separated-values;charset=UTF-8 | \"Руританія\"@uk",
        "json | application/json                | \"name\":\"Руританія\"",
      })
  void answersInEveryFormat(String extension, String type, String contained) {
    var fixed = get("/queries/names." + extension);
    assertThat(fixed.statusCode()).isEqualTo(200);
    assertThat(header(fixed, "Content-Type")).isEqualTo(type);
    assertThat(header(fixed, "ETag")).isNotEmpty();
    assertThat(fixed.body().replaceAll("\" *: *\"", "\" : \"").replace("\" : \"Р", "\":\"Р"))
        .contains(contained);
    var negotiated = get("/queries/names", "Accept", type.replaceFirst(";.*", ""));
    assertThat(header(negotiated, "Content-Type")).isEqualTo(type);
    assertThat(header(negotiated, "Vary")).contains("Accept");
    assertThat(negotiated.body()).isEqualTo(fixed.body());
  }

  @Test
  void answersAskAndConstruct() {
    assertThat(get("/queries/known.json?thing=actor/ruritania").body())
        .isEqualTo("[{\"boolean\":true}]");
    assertThat(get("/queries/known.json?thing=actor/strelsau").body())
        .isEqualTo("[{\"boolean\":false}]");
    assertThat(get("/queries/links.nt").body()).contains("<http://example.org/Ruritania> .");
    var negotiated = get("/queries/links", "Accept", "application/ld+json");
    assertThat(header(negotiated, "Content-Type")).isEqualTo("application/ld+json");
    assertThat(get("/queries/known?thing=actor/ruritania", "Accept", BROWSER).body())
        .contains(">true<");
    assertThat(get("/queries/links", "Accept", BROWSER).body())
        .contains("href=\"http://example.org/Ruritania\"");
  }

  @Test
  void setsParameters() {
    assertThat(get("/queries/names.csv?thing=actor/o-connor-s-guard").body())
        .contains("O'Connor's")
        .doesNotContain("Ruritania");
    assertThat(get("/queries/names.csv?thing=actor%2Fruritania&least=").body())
        .contains("Ruritania");
    assertThat(get("/queries/names.csv?least=0").body()).isEqualTo("thing,name\r\n");
  }

  @Test
  void showsAPage() {
    var page = get("/queries/names?thing=actor/o-connor-s-guard", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "value=\"actor/o-connor-s-guard\"",
            "O&#39;Connor&#39;s &quot;guard&quot;",
            "href=\"/queries/names.csv?thing=actor/o-connor-s-guard\"",
            "1 row",
            "SELECT ?thing ?name");
    assertThat(page.body()).contains("<th scope=\"col\">thing</th>").doesNotContain(">name</th>");
    assertThat(get("/queries/names", "Accept", BROWSER).body()).contains(">name</th>");
    assertThat(get("/queries/names?thing=actor/nobody", "Accept", BROWSER).body())
        .contains("The answer is empty");
  }

  @Test
  void pagesByCursor() {
    StringBuilder all = new StringBuilder();
    String path = "/queries/names.tsv?limit=1";
    while (!path.isEmpty()) {
      var page = get(path);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      String[] lines = page.body().split("\n", -1);
      assertThat(lines).hasSize(3).startsWith("?thing\t?name").endsWith("");
      all.append(lines[1]).append('\n');
      path = link(page, "next").orElse("");
      assertThat(header(page, "Parley-Complete")).isEqualTo(Boolean.toString(path.isEmpty()));
    }
    var whole = get("/queries/names.tsv");
    assertThat(header(whole, "Parley-Complete")).isEqualTo("true");
    assertThat(link(whole, "next")).isEmpty();
    assertThat("?thing\t?name\n" + all).isEqualTo(whole.body());
  }

  @Test
  void pagesTriplesAndTruthValues() {
    var first = get("/queries/links.nt?limit=1");
    var second = get(link(first, "next").orElseThrow());
    assertThat(link(second, "next")).isEmpty();
    assertThat(first.body() + second.body()).isEqualTo(get("/queries/links.nt").body());
    var ask = get("/queries/known.json?thing=actor/ruritania&limit=1");
    assertThat(ask.body()).isEqualTo("[{\"boolean\":true}]");
    assertThat(header(ask, "Parley-Complete")).isEqualTo("true");
  }

  @Test
  void aCursorHoldsForItsListInAnyFormat() {
    String next = link(get("/queries/names.csv?limit=1"), "next").orElseThrow();
    assertThat(get(next.replace(".csv", ".json")).body()).startsWith("[{\"thing\":");
    assertProblem(get(next + "&thing=actor/o-connor-s-guard"), 400, "\"parameter\":\"cursor\"");
    assertProblem(get(next.replace("names.csv", "formulas.csv")), 400, "\"parameter\":\"cursor\"");
  }

  @Test
  void pagesTheTableOfAPage() {
    var first = get("/queries/huge", "Accept", BROWSER);
    assertThat(first.body()).contains("Rows 1 to 100<", ">Next rows<");
    assertThat(header(first, "Parley-Complete")).isEqualTo("false");
    var second = get(link(first, "next").orElseThrow(), "Accept", BROWSER);
    assertThat(second.body()).contains("Rows 101 to 200<", ">To the beginning<");
    var fat = get("/queries/huge?fat=true&limit=1", "Accept", BROWSER);
    assertThat(fat.body()).contains("Rows 1 to 1<").doesNotContain("SHA-256");
  }

  @Test
  void linksToWhatBelongsToIt() {
    var answer = get("/queries/names?thing=actor/o-connor-s-guard", "Accept", "text/csv");
    String asked = "?thing=actor/o-connor-s-guard";
    assertThat(header(answer, "Content-Location")).isEqualTo("/queries/names.csv" + asked);
    assertThat(answer.headers().allValues("Link"))
        .contains(
            "</queries/names.json" + asked + ">; rel=\"alternate\"; type=\"application/json\"",
            "</queries/names" + asked + ">; rel=\"alternate\"; type=\"text/html\"",
            "</queries/names.rq>; rel=\"describedby\"; type=\"text/plain\"",
            "</queries/names" + asked + "&revision=1>; rel=\"cite-as\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names",
        "names?thing=actor/o-connor-s-guard",
        "known?thing=actor/ruritania",
        "links"
      })
  void citesBytesThatHaveTheDigest(String asked) throws NoSuchAlgorithmException {
    String page = get("/queries/" + asked, "Accept", BROWSER).body();
    Matcher cited =
        Pattern.compile("<code>([0-9a-f]{64})</code> of <a href=\"([^\"]+)\"").matcher(page);
    assertThat(cited.find()).as(page).isTrue();
    var bytes = get(cited.group(2).replace("&amp;", "&"));
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256").digest(bytes.body().getBytes(UTF_8))))
        .isEqualTo(cited.group(1));
  }

  @Test
  void defusesFormulasInCsvOnly() {
    assertThat(get("/queries/formulas.csv").body().lines().toList())
        .containsExactly(
            "text", "'=1+1", "'+1", "'-1", "'@A1", "'\t=1", "plain", "'=1", "1-1", "-1", "-1.5",
            "'-x", "'-x", "\"\"");
    assertThat(get("/queries/formulas", "Accept", "text/csv").body())
        .isEqualTo(get("/queries/formulas.csv").body());
    assertThat(get("/queries/formulas.tsv").body()).contains("\n\"=1+1\"\n");
    assertThat(get("/queries/formulas.json").body()).contains("\"=1+1\"");
  }

  @Test
  void showsTheText() {
    var text = get("/queries/names.rq");
    assertThat(header(text, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(text.body()).startsWith("# title: Names <of> things");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "names?nothing=1                         | 400 | \"parameter\":\"nothing\"",
        "names?thing=actor/a&thing=actor/b       | 400 | 2 times",
        "names?thing=ruritania                   | 400 | \"parameter\":\"thing\"",
        "names?thing=%3Cscript%3E                | 400 | \"parameter\":\"thing\"",
        "names.csv?least=ten                     | 400 | a whole number",
        "names?least=1%0A                        | 400 | \"parameter\":\"least\"",
        "known                                   | 400 | 'thing' is missing",
        "known?thing=                            | 400 | 'thing' is missing",
        "names?limit=0                           | 400 | \"parameter\":\"limit\"",
        "names?limit=10001                       | 400 | from 1 to 10000",
        "names?limit=%2B1                        | 400 | from 1 to 10000",
        "names?limit=1&limit=1                   | 400 | given once at most",
        "names.csv?cursor=x                      | 400 | \"parameter\":\"cursor\"",
        "names?revision=9                        | 400 | \"parameter\":\"revision\"",
        "names?revision=0                        | 410 | gone-revision",
        "huge.csv?fat=true                       | 400 | limit=10000",
        "names?thing=%zz                         | 400 | malformed-parameters",
        "names?thing=%C3%28                      | 400 | problem",
        "nothing                                 | 404 | There are: formulas, huge, known, links,"
            + " names",
        "nothing.csv                             | 404 | unknown-query",
        "..%2Fnames                              | 400 | problem",
        "names.exe                               | 404 | \"available\":[\"srj\"",
        "names.ttl                               | 404 | unknown-extension",
        "links.csv                               | 404 | unknown-extension",
        "names.csv.gz                            | 404 | unknown-extension",
      })
  void refusesWhatItDoesNotUnderstand(String request, int status, String said) {
    // java.net.URI refuses a malformed escape, which other clients send
    if (request.contains("%zz")) {
      assertThat(RawRequest.get(port, "/queries/" + request)).contains(" " + status + " ", said);
    } else {
      assertProblem(get("/queries/" + request), status, said);
    }
  }

  @Test
  void refusesFormatsItDoesNotHave() {
    assertProblem(get("/queries/names", "Accept", "text/turtle"), 406, "text/csv");
    assertProblem(get("/queries/links", "Accept", "text/csv"), 406, "text/turtle");
    assertProblem(get("/queries", "Accept", "text/csv"), 406, "application/json");
  }

  @Test
  void refusesOtherMethods() {
    var post = send("POST", "/queries/names");
    assertProblem(post, 405, "method-not-allowed");
    assertThat(header(post, "Allow")).contains("GET");
    assertProblem(send("DELETE", "/queries"), 405, "method-not-allowed");
  }
}
