package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RdfWriterTest {

  private static final Map<String, String> PREFIXES = Map.of("ex", "http://example.org/");

  @Test
  void turtleIsIndentedAbbreviatedAndKeepsNumbers() {
    assertThat(write(RdfFormat.TURTLE, ":s a :T ; :p 1, 01, 1.5, :o ; :q true . :t :q 'x'@en ."))
        .isEqualTo(
            """
            @prefix ex: <http://example.org/> .

            ex:s a ex:T;
              ex:p 1, "01"^^<http://www.w3.org/2001/XMLSchema#integer>, 1.5, ex:o;
              ex:q true .

            ex:t ex:q "x"@en .
            """);
  }

  @Test
  void trigIsIndentedAbbreviatedAndKeepsNumbers() {
    assertThat(write(RdfFormat.TRIG, ":s :p 01 . :g { :s :p 1 }"))
        .isEqualToIgnoringWhitespace(
            """
            @prefix ex: <http://example.org/> .
            { ex:s ex:p "01"^^<http://www.w3.org/2001/XMLSchema#integer> . }
            ex:g { ex:s ex:p 1 . }
            """);
  }

  @Test
  void jsonLdIsCompactedWithThePrefixes() {
    assertThat(write(RdfFormat.JSONLD, ":s a :T ; :p 1 ."))
        .isEqualToIgnoringWhitespace(
            """
            {
              "@id": "ex:s",
              "@type": "ex:T",
              "ex:p": {
                "@value": "1",
                "@type": "http://www.w3.org/2001/XMLSchema#integer"
              },
              "@context": {"ex": "http://example.org/"}
            }
            """);
  }

  @ParameterizedTest
  @EnumSource
  void namesGraphsOrMergesThem(RdfFormat format) {
    List<Quad> quads = RoundTrip.quads(":s :p 1 . :g { :s :p 2 }");
    assertThat(RoundTrip.read(format, RoundTrip.write(format, quads.iterator())).listGraphNodes())
        .toIterable()
        .hasSize(format.graphs() ? 1 : 0);
    assertThat(RoundTrip.read(format, RoundTrip.write(format, quads.iterator())).stream())
        .hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void streamsWhatItSaysItStreams(RdfFormat format) {
    Node s = iri("http://example.org/s");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> written = new ArrayList<>();
    Iterator<Quad> many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> Quad.create(Quad.defaultGraphIRI, iri("http://example.org/" + i), s, s))
            .peek(quad -> written.add(out.size()))
            .iterator();
    RdfWriter.write(format, many, PREFIXES, out);
    assertThat(written.getLast() > 0).isEqualTo(format.streams());
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheStreamOpenAndReportsItsFailure(RdfFormat format) {
    List<Quad> quads = RoundTrip.quads(":s :p 1 .");
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> RdfWriter.write(format, quads.iterator(), PREFIXES, broken))
        .withMessageContaining("gone");
  }

  private static String write(RdfFormat format, String trig) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfWriter.write(format, RoundTrip.quads(trig).iterator(), PREFIXES, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
