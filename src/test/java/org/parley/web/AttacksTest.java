package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Figure;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that are malformed or malicious in head and target. */
@ExtendWith(OutputCaptureExtension.class)
@Tag(Figure.ATTACK)
class AttacksTest extends SurfaceTest {
  static Stream<String> heads() {
    return Stream.of(
        "GET /id/actor/a%0d%0aSet-Cookie:%20a=b HTTP/1.1",
        "GET /id/actor/%0d%0aLocation:%20https://evil.example HTTP/1.1",
        "GET /s;a%zz HTTP/1.1",
        "GET /data/actor/ruritania;%3%22 HTTP/1.1",
        "GET /id//evil.example/x HTTP/1.1",
        "GET //evil.example/%2e%2e HTTP/1.1",
        "GET /graph/https:%2f%2fevil.example HTTP/1.1",
        "GET /graph/a%0d%0ab HTTP/1.1",
        "GET /id/actor/..%2f..%2f HTTP/1.1",
        "GET /..;/actuator/env HTTP/1.1",
        "GET /webjars/../../application.properties HTTP/1.1",
        "GET /queries/" + "a".repeat(9000) + " HTTP/1.1",
        "GET /queries/names?thing=%ff%fe HTTP/1.1",
        "GET /queries/names?thing=" + "%00" + " HTTP/1.1",
        "GET /data/actor/ruritania HTTP/1.1\r\nAccept: " + "text/turtle,".repeat(600) + "a/b",
        "GET /data/actor/ruritania HTTP/1.1\r\nAccept: image/png",
        "GET /data/actor/ruritania HTTP/1.1\r\nAccept: text/turtle;q=\u00e9",
        "GET /data/actor/ruritania HTTP/1.1\r\nX-Long: " + "a".repeat(9000),
        "PUT /data/actor/ruritania HTTP/1.1\r\nOrigin: https://evil.example",
        "POST /data/actor/ruritania HTTP/1.1\r\nOrigin: https://evil.example\r\n"
            + "Content-Type: application/x-www-form-urlencoded",
        "DELETE / HTTP/1.1",
        "GET / HTTP/9.9",
        "get / HTTP/1.1",
        "GET / HTTP/1.1\r\nHost: a\"><script>",
        "GET /%E2%80%A8%D0%B7%D0%B5 HTTP/1.1");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("heads")
  void areRefusedInOurOwnWords(String head) {
    String answer = RawRequest.send(port, head);
    String lines = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertThat(lines).as(head).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*");
    assertThat(lines)
        .contains("application/problem+json", "Access-Control-Allow-Origin: *", "Vary: Accept")
        .doesNotContain("\nSet-Cookie", "\nLocation", "evil", "\nETag");
    assertThat(answer).contains("\"detail\":\"").doesNotContain("<script", "Apache");
  }

  /** A line break in a name, a parameter or a header begins no line of the log. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /id/actor/x%0a00:00:00.000%20INFO%20forged HTTP/1.1",
        "GET /queries/names?thing=x%0a00:00:00.000%20INFO%20forged HTTP/1.1",
        "GET / HTTP/1.1\r\nX-Request-Id: x%0a00:00:00.000 INFO forged"
      })
  void writeNoLinesInTheLog(String head, CapturedOutput output) {
    assertThat(RawRequest.send(port, head)).startsWith("HTTP/1.1 ");
    assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("00:00:00.000"));
  }
}
