package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "\"href\":\"/queries/names?thing=actor%2Fo-connor-s-guard\"",
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
    assertThat(get("/queries/names.csv?thing=actor%2Fruritania&limit=").body())
        .contains("Ruritania");
    assertThat(get("/queries/names.csv?limit=0").body()).isEqualTo("thing,name\r\n");
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
        "names.csv?limit=ten                     | 400 | a whole number",
        "names?limit=1%0A                        | 400 | \"parameter\":\"limit\"",
        "known                                   | 400 | 'thing' is missing",
        "known?thing=                            | 400 | 'thing' is missing",
        "names?thing=%zz                         | 400 | malformed-parameters",
        "names?thing=%C3%28                      | 400 | problem",
        "nothing                                 | 404 | There are: known, links, names",
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
