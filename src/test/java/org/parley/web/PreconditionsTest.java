package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Conditional reads, and what else a request says that must not be ignored. */
@TestPropertySource(properties = "parley.base=https://data.example:8443")
class PreconditionsTest extends SurfaceTest {
  private static final String PATH = "/data/actor/ruritania.ttl";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match | * | 304",
        "If-None-Match | TAG | 304",
        "If-None-Match | \"other\", W/TAG | 304",
        "If-None-Match | \"other\" | 200",
        "If-Match | * | 200",
        "If-Match | TAG | 200",
        "If-Match | \"other\" | 412",
        "If-Match | W/TAG | 412",
        "If-Modified-Since | TIME | 304",
        "If-Modified-Since | Thu, 01 Jan 1970 00:00:00 GMT | 200",
        "If-Modified-Since | yesterday | 200",
        "If-Unmodified-Since | TIME | 200",
        "If-Unmodified-Since | Thu, 01 Jan 1970 00:00:00 GMT | 412"
      })
  void areEvaluated(String name, String value, int status) {
    var plain = get(PATH);
    String given =
        value.replace("TAG", header(plain, "ETag")).replace("TIME", header(plain, "Last-Modified"));
    var answer = get(PATH, name, given);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 304) {
      assertThat(header(answer, "ETag")).isEqualTo(header(plain, "ETag"));
      assertThat(header(answer, "Vary")).isEqualTo("Accept");
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void anUnknownParameterIsNamed() {
    assertProblem(get(PATH + "?format=xml"), 400, "\"parameter\":\"format\"");
    assertProblem(get("/?utm_source=x"), 400, "utm_source");
    assertProblem(get("/robots.txt?a"), 400, "There may be revision.");
    assertThat(get(PATH + "?revision=" + header(get(PATH), "Parley-Revision")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsAllowedIsWhole() {
    assertThat(header(send("DELETE", PATH), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(header(send("PATCH", "/queries/names"), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void anOddAcceptFindsTheDescription() {
    assertThat(get("/openapi.json", "Accept", "text/turtle").statusCode()).isEqualTo(200);
    assertThat(header(get("/docs", "Accept", "application/json"), "Content-Type"))
        .startsWith("text/html");
  }

  @Test
  void filesAreAskedForAgain() {
    var file = get("/parley.css");
    assertThat(header(file, "Cache-Control")).contains("no-cache");
    assertThat(get("/parley.css", "If-Modified-Since", header(file, "Last-Modified")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void absoluteAddressesAreThoseOfTheOperator() {
    assertThat(get("/robots.txt").body())
        .contains("Sitemap: https://data.example:8443/sitemap.xml");
    assertThat(RawRequest.get(port, "/robots.txt")).contains("https://data.example:8443/");
  }
}
