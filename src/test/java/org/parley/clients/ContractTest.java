package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public surface, row by row as it was agreed: the name of each case is its row. What stands in
 * the answers is tested where they are made.
 */
class ContractTest {
  private static final String HTML = "text/html;charset=UTF-8";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /id/{kind}/{slug}: 303 to a page        | /id/actor/russia              | text/html   "
            + "         | 303 |",
        "GET /id/{kind}/{slug}: 303 to data          | /id/actor/russia              | text/turtle "
            + "         | 303 |",
        "GET /data/{kind}/{slug}                     | /data/actor/russia            |"
            + " application/ld+json  | 200 | application/ld+json",
        "GET /data/{kind}/{slug}, plain JSON         | /data/actor/russia            |"
            + " application/json     | 200 | application/json",
        "GET /page/{kind}/{slug}                     | /page/actor/russia            | text/html   "
            + "         | 200 | "
            + HTML,
        "unknown                                     | /data/actor/nobody            | */*         "
            + "         | 404 | application/problem+json",
        "unservable Accept                           | /data/actor/russia            | image/png   "
            + "         | 406 | application/problem+json",
        "malformed Accept                            | /data/actor/russia            |"
            + " text/turtle;q=7      | 400 | application/problem+json",
        "GET /queries, HTML                          | /queries                      | text/html   "
            + "         | 200 | "
            + HTML,
        "GET /queries, JSON                          | /queries                      |"
            + " application/json     | 200 | application/json",
        "GET /queries/{name}                         | /queries/meetings             | text/csv    "
            + "         | 200 | text/csv;charset=UTF-8",
        "GET /queries/{name}.{suffix}                | /queries/meetings.csv         | */*         "
            + "         | 200 | text/csv;charset=UTF-8",
        "GET /queries/{name}?param=                  |"
            + " /queries/meetings.json?actor=actor/russia | */* | 200 | application/json",
        "GET /queries/{name}.rq                      | /queries/meetings.rq          | */*         "
            + "         | 200 | text/plain;charset=UTF-8",
        "an unknown parameter                        | /queries/meetings?colour=red  | text/csv    "
            + "         | 400 | application/problem+json",
        "an ill-typed parameter                      | /queries/as-of-events?day=x   | text/csv    "
            + "         | 400 | application/problem+json",
        "a repeated parameter | /queries/meetings?actor=a&actor=b | text/csv    "
            + "         | 400 | application/problem+json",
        "GET /search                                 | /search?q=Zelensky            |"
            + " application/json     | 200 | application/json",
        "GET /suggest                                | /suggest?prefix=zel           |"
            + " application/json     | 200 | application/json",
        "/sparql                                     | /sparql?query=ASK%7B%7D       | */*         "
            + "         | 200 | application/sparql-results+json",
        "/sparql without a query: the editor         | /sparql                       | text/html   "
            + "         | 200 | "
            + HTML,
        "/sparql without a query: its description    | /sparql                       | text/turtle "
            + "         | 200 | text/turtle;charset=UTF-8",
        "/graphs?graph=                              |"
            + " /graphs?graph=https://w3id.org/parley/graph/facts | text/turtle | 200 |"
            + " text/turtle;charset=utf-8",
        "/graphs?default                             | /graphs?default               |"
            + " application/n-triples | 200 | application/n-triples",
        "/ontology                                   | /ontology                     | text/turtle "
            + "         | 200 | text/turtle;charset=UTF-8",
        "/ontology, HTML                             | /ontology                     | text/html   "
            + "         | 200 | "
            + HTML,
        "/shapes                                     | /shapes                       | text/turtle "
            + "         | 200 | text/turtle;charset=UTF-8",
        "/context.jsonld                             | /context.jsonld               | */*         "
            + "         | 200 | application/ld+json",
        "/.well-known/void                           | /.well-known/void             | text/turtle "
            + "         | 303 |",
        "/dataset                                    | /dataset                      | text/turtle "
            + "         | 200 | text/turtle;charset=UTF-8",
        "/dumps/parley.nq.gz                         | /dumps/parley.nq.gz           | */*         "
            + "         | 200 | application/gzip",
        "/dumps/parley.trig.gz                       | /dumps/parley.trig.gz         | */*         "
            + "         | 200 | application/gzip",
        "/sitemap.xml                                | /sitemap.xml                  | */*         "
            + "         | 200 | application/xml",
        "/robots.txt                                 | /robots.txt                   | */*         "
            + "         | 200 | text/plain;charset=UTF-8",
        "/openapi.json                               | /openapi.json                 | */*         "
            + "         | 200 | application/json",
        "/docs                                       | /docs                         | text/html   "
            + "         | 200 | "
            + HTML,
      })
  void answers(String row, String path, String accept, int status, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", path, accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(null))
        .isEqualTo(type == null ? null : type);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Accept");
    HttpResponse<String> head = send("HEAD", path, accept);
    assertThat(head.statusCode()).as("HEAD").isEqualTo(status);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> options = send("OPTIONS", path, accept);
    assertThat(options.statusCode()).as("OPTIONS").isIn(200, 204);
    assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings",
        "actors",
        "demands",
        "offers",
        "venues",
        "documents",
        "timeline",
        "positions",
        "disputes",
        "corroboration",
        "stances",
        "evidence",
        "as-of-events",
        "as-of-reports",
        "gaps",
        "roles"
      })
  void atLeastTheseQueriesExist(String name) throws IOException, InterruptedException {
    assertThat(send("GET", "/queries/" + name + ".rq", "*/*").body()).startsWith("# title: ");
  }

  @Test
  void everyKindHasItsPage() throws IOException, InterruptedException {
    for (String kind :
        List.of(
            "actor",
            "place",
            "meeting",
            "series",
            "issue",
            "proposition",
            "stance",
            "attestation",
            "passage",
            "document",
            "post",
            "date",
            "outcome")) {
      String list = send("GET", "/browse/" + kind, "text/html").body();
      String page =
          list.replaceFirst("(?s).*?<main.*?href=\"(/page/" + kind + "/[^\"]+)\".*", "$1");
      assertThat(send("GET", page, "text/html").statusCode()).as(page).isEqualTo(200);
    }
  }

  private static HttpResponse<String> send(String method, String path, String accept)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(Site.BASE + path))
            .method(method, BodyPublishers.noBody())
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }
}
