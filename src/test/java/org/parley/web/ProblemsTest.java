package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends SurfaceTest {

  @Test
  void areDocumentsForPrograms() {
    var response = get("/nothing/here");
    assertProblem(response, 404, "\"title\":\"There is nothing here\"");
    assertThat(response.body()).contains("\"instance\":\"/nothing/here\"", "\"detail\":\"");
    assertThat(header(response, "Vary")).contains("Accept");
  }

  @Test
  void arePagesForBrowsers() {
    var response = get("/queries/names?thing=%3Cscript%3E", "Accept", BROWSER);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(response.body()).contains("A parameter is wrong", "&lt;script&gt;", "/parley.css");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/actor/{x}",
        "/data/actor/a b",
        "/queries/names?thing=<a>",
        "/queries/names?thing=|",
        "/data/actor/a\\b",
        "/data/actor/%00",
        "/data/actor/%",
        "/data/actor/a;b=c;;",
        "//data//actor",
      })
  void coverWhatTheContainerRefuses(String target) {
    String response = RawRequest.get(port, target);
    assertThat(response)
        .matches("(?s)HTTP/1.1 4[0-9]{2} .*")
        .contains("application/problem+json", "Access-Control-Allow-Origin: *", "\"detail\":\"");
  }

  @Test
  void areNoOracleForStyleSheets() {
    assertThat(get("/parley.css").statusCode()).isEqualTo(200);
    assertProblem(get("/parley.js"), 404, "unknown-path");
    assertProblem(get("/org/parley/web/describe.rq"), 404, "unknown-path");
    assertProblem(get("/application.properties"), 404, "unknown-path");
  }

  @Test
  void everyAnswerKeepsBrowsersSafe() {
    for (String path : new String[] {"/", "/queries", "/page/actor/ruritania", "/search?q=zenda"}) {
      var response = get(path, "Accept", BROWSER);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "Content-Security-Policy")).startsWith("default-src 'self';");
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Referrer-Policy")).isNotEmpty();
      assertThat(response.body())
          .doesNotContain("<style", " style=")
          .doesNotContainPattern("<script(?! [^>]*src=\"/\\w| type=\"application/ld.json\">)");
    }
  }

  @Test
  void crossOriginPreflightsPass() {
    var response =
        send(
            "OPTIONS",
            "/queries/names",
            "Access-Control-Request-Method",
            "GET",
            "Origin",
            "https://example.org");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Methods")).contains("GET", "POST");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
  }
}
