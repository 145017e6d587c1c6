package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no format, or not every one, can express is refused. */
class UnwritableTest {

  private static final Map<String, String> PREFIXES = Map.of("ex", "http://example.org/");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RDFXML | :s :p/ 1 . | does not end in an XML name",
        "RDFXML | :s <http://example.org/7> 1 . | does not end in an XML name",
        "RDFXML | :s rdf:li 1 . | has another meaning",
        "RDFXML | :s rdf:Description 1 . | has another meaning",
        "RDFXML | :s <http://www.w3.org/2000/xmlns/a> 1 . | has another meaning",
        "RDFXML | :s :p '<b>'^^rdf:XMLLiteral . | XML literal",
        "RDFXML | :s :p 'a\\u0007' . | a character that XML does not have",
        "TRIX | :s :p 'a\\uFFFF' . | a character that XML does not have",
        "TRIX | :s :p 1 . <http://example.org/\uFFFE> { :s :p 1 } | that XML does not have",
        "JSONLD | :s :p '{'^^rdf:JSON . | JSON",
        "JSONLD | :s :p <ex:a> . | confused with a compact IRI",
        "JSONLD | :s :p ( 1 () ) . | a list holds an empty list",
      })
  void refusesBeforeTheFirstByte(RdfFormat format, String body, String why) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String trig = body.replace(":p/", "<http://example.org/p/>");
    List<Quad> quads = RoundTrip.quads(trig);
    assertThatExceptionOfType(Unwritable.class)
        .isThrownBy(() -> RdfWriter.write(format, quads.iterator(), PREFIXES, out))
        .withMessageContaining("cannot be written as " + format.title())
        .withMessageContaining(why)
        .withMessageContaining("instead");
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNotRdf11(RdfFormat format) {
    Node s = iri("http://example.org/s");
    for (Node object :
        List.of(
            iri("http://example.org/a b"),
            iri("http://example.org/> <http://evil.example/"),
            iri("http://example.org/\uDC00"),
            iri("http://example.org/\u0007"),
            iri("relative"),
            NodeFactory.createLiteralString("half \uD800 pair"),
            NodeFactory.createLiteralDirLang("x", "en", "ltr"),
            NodeFactory.createTripleTerm(s, s, s),
            NodeFactory.createVariable("v"))) {
      assertThatExceptionOfType(Unwritable.class)
          .as("%s", object)
          .isThrownBy(
              () ->
                  RoundTrip.write(
                      format, List.of(Quad.create(Quad.defaultGraphIRI, s, s, object)).iterator()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoMoreThanItStreamsOrMay(RdfFormat format) {
    Node s = iri("http://example.org/s");
    int[] taken = {0};
    OutputStream out = OutputStream.nullOutputStream();
    Iterator<Quad> many =
        IntStream.range(0, RdfWriter.WHOLE + 10)
            .mapToObj(i -> Quad.create(Quad.defaultGraphIRI, iri("http://example.org/" + i), s, s))
            .peek(quad -> taken[0]++)
            .iterator();
    if (format.streams()) {
      RdfWriter.write(format, many, PREFIXES, out);
      assertThat(taken[0]).isEqualTo(RdfWriter.WHOLE + 10);
    } else {
      assertThatExceptionOfType(Unwritable.class)
          .isThrownBy(() -> RdfWriter.write(format, many, PREFIXES, out))
          .withMessageContaining("more than 50,000 triples");
    }
  }

  @Test
  void jsonLdHoldsNoMoreValuesThanItsProcessorBears() {
    Node s = iri("http://example.org/s");
    Iterator<Quad> many =
        IntStream.rangeClosed(0, JsonLdLimits.VALUES)
            .mapToObj(i -> Quad.create(Quad.defaultGraphIRI, s, s, iri("http://example.org/" + i)))
            .iterator();
    assertThatExceptionOfType(Unwritable.class)
        .isThrownBy(() -> RoundTrip.write(RdfFormat.JSONLD, many))
        .withMessageContaining("more than 5,000 values");
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
