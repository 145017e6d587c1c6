package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

  /** RDF first, as a server might prefer it: a browser must get HTML all the same. */
  private static final List<String> OFFERS =
      Stream.concat(
              Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType),
              Stream.of("text/html", "application/json"))
          .toList();

  private static final String NONE = "none";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Chrome
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,"
            + "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
        // Firefox
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,"
            + "image/svg+xml,*/*;q=0.8",
        // Safari
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        // Internet Explorer 11
        "text/html, application/xhtml+xml, */*",
        // Java's HttpURLConnection
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        // lynx
        "text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01"
      })
  void browsersGetHtml(String header) {
    assertThat(best(header)).isEqualTo("text/html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | text/turtle",
        "'' | text/turtle",
        "'  ' | text/turtle",
        "' , ,' | text/turtle",
        "application/rdf+xml | application/rdf+xml",
        "APPLICATION/RDF+XML | application/rdf+xml",
        "text/* | text/turtle",
        "application/* | application/n-triples",
        "image/png | none",
        "text/turtle;q=0 | none",
        "text/turtle;q=0, */*;q=0.1 | application/n-triples",
        "*/*;q=0 | none",
        // q decides, whatever the order
        "text/turtle;q=0.5, application/ld+json;q=0.9 | application/ld+json",
        "text/turtle;q=0.899, application/ld+json;q=0.9 | application/ld+json",
        "text/turtle ; Q=0.5 ,\tapplication/ld+json ; q=0.900 | application/ld+json",
        // the most specific range gives an offer its q
        "text/*;q=1, text/turtle;q=0.1, application/ld+json;q=0.2 | text/n3",
        "*/*, text/turtle;q=0.5, application/*;q=0.1 | text/n3",
        // a tie goes to what is named, then to the server's order
        "*/*, application/trig | application/trig",
        "application/trig, application/rdf+xml | application/rdf+xml",
        "application/rdf+xml, application/trig | application/rdf+xml",
        // parameters
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" |"
            + " application/ld+json",
        "application/ld+json;profile=\"a,b;q=0\", text/turtle;q=0.9 | application/ld+json",
        "text/turtle;version=1.2;q=0.2, text/turtle;q=0.9, text/n3;q=0.5 | text/turtle",
        "text/turtle;charset=utf-8 | text/turtle",
        "text/turtle; | text/turtle",
        // rdflib and Jena
        "'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1'"
            + " | application/rdf+xml",
        "'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,*/*;q=0.3'"
            + " | text/turtle",
      })
  void picks(String header, String expected) {
    assertThat(best(header)).isEqualTo(expected);
  }

  @Test
  void noHeaderAcceptsEverything() {
    assertThat(best(null)).isEqualTo("text/turtle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turtle",
        "text/",
        "/turtle",
        "*/turtle",
        "text/turtle/x",
        "text turtle",
        "text/tur tle",
        "text/turtle;q",
        "text/turtle;q=",
        "text/turtle;q=2",
        "text/turtle;q=1.1",
        "text/turtle;q=-1",
        "text/turtle;q=0.1234",
        "text/turtle;q=high",
        "text/turtle;q=NaN",
        "text/turtle;q=\"1\"",
        "text/turtle;=x",
        "text/turtle;a=\"open",
        "text/türtle",
        "text/turtle\u0000",
        "text/turtle, <script>"
      })
  void refusesWhatIsNoAcceptHeader(String header) {
    assertThatExceptionOfType(MalformedAccept.class)
        .isThrownBy(() -> Accept.parse(header))
        .withMessageContaining("should read like");
  }

  @Test
  void refusesTooManyRanges() {
    assertThat(best(ranges(32))).isEqualTo(NONE);
    for (int count : new int[] {33, 60}) {
      assertThatExceptionOfType(MalformedAccept.class)
          .isThrownBy(() -> Accept.parse(ranges(count)))
          .withMessageContaining("more than 32");
    }
  }

  @Test
  void refusesTooLongAHeader() {
    String padding = "x".repeat(2048 - "text/".length());
    assertThat(best("text/" + padding)).isEqualTo(NONE);
    assertThatExceptionOfType(MalformedAccept.class)
        .isThrownBy(() -> Accept.parse("text/x" + padding))
        .withMessageContaining("longer than 2,048");
  }

  @Test
  void looksAtOffersOfAnyKind() {
    assertThat(
            Accept.parse("application/json")
                .best(List.of(ResultFormat.values()), ResultFormat::mediaType))
        .contains(ResultFormat.ROWS);
  }

  private static String ranges(int count) {
    return String.join(",", Collections.nCopies(count, "image/png"));
  }

  private static String best(@Nullable String header) {
    return Accept.parse(header).best(OFFERS, Function.identity()).orElse(NONE);
  }
}
