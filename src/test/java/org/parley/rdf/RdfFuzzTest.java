package org.parley.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.parley.Fuzz;

/** Whatever comes, the front door of the parsers says {@link UnreadableRdf}, and nothing else. */
class RdfFuzzTest {

  private static final ReadLimits LIMITS = new ReadLimits(100_000, 1_000, 50, 2_000, 500, 10_000);
  private static final List<String> OFFERS = List.of("text/turtle", "text/html");
  private static final Logger SILENT = Logger.getLogger("com.apicatalog");

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BINARY", "RDFJSON"})
  void readerOf(RdfFormat format) {
    SILENT.setLevel(Level.OFF);
    Fuzz.run(
        "reading " + format,
        seeds(format),
        Set.of(UnreadableRdf.class),
        text ->
            RdfReader.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                "body",
                format,
                null,
                LIMITS,
                StreamRDFLib.sinkNull()));
  }

  @Test
  void negotiation() {
    Fuzz.run(
        "negotiating",
        List.of(
            "text/turtle, application/ld+json;q=0.9, */*;q=0.1",
            "text/html;level=1;q=1.0,text/*;q=0.5",
            "application/trig; x=\"a,b\\\"c\""),
        Set.of(MalformedAccept.class),
        text -> {
          String best = Accept.parse(text).best(OFFERS, type -> type).orElse("text/html");
          if (!OFFERS.contains(best)) {
            throw new IllegalStateException(best);
          }
        });
  }

  private static List<String> seeds(RdfFormat format) {
    String lines =
        """
        <http://a/s> <http://a/p> "text"@en .
        _:b <http://a/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
        """;
    String turtle =
        """
        @prefix p: <http://a/> .
        @base <http://a/> .
        p:s a p:C ; p:q "x\\n", 'y'@en-GB, \"""long "text\""", 1, 1.5, 1e3, true, <o>, ( 1 [ p:q 2 ] ) .
        """;
    return switch (format) {
      case RDFXML ->
          List.of(
              """
              <?xml version="1.0"?>
              <!DOCTYPE rdf:RDF [<!ENTITY e "http://e/">]>
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                <e:C rdf:about="&e;s" e:a="x"><e:p rdf:parseType="Collection"><e:C/></e:p>
                <e:q rdf:datatype="&e;d">1</e:q><e:r rdf:parseType="Literal"><b>x</b></e:r></e:C>
              </rdf:RDF>
              """);
      case TRIX ->
          List.of(
              """
              <TriX xmlns="http://www.w3.org/2004/03/trix/trix-1/"><graph><uri>http://a/g</uri><triple>
              <uri>http://a/s</uri><uri>http://a/p</uri><plainLiteral xml:lang="en">x</plainLiteral>
              </triple></graph></TriX>
              """);
      case JSONLD ->
          List.of(
              """
              {"@context": {"p": "http://a/p", "q": {"@id": "http://a/q", "@type": "@id"}},
               "@id": "http://a/s", "p": ["x", 1, true, {"@value": "y", "@language": "en"}],
               "q": "http://a/o", "@graph": [{"@id": "_:b", "p": {"@list": [1, 2]}}]}
              """);
      case NTRIPLES -> List.of(lines);
      case NQUADS ->
          List.of(lines, "<http://a/s> <http://a/p> 'x' <http://a/g> .".replace('\'', '"'));
      case TRIG -> List.of(turtle, "GRAPH <http://a/g> { [] <http://a/p> () } <http://a/h> { }");
      default -> List.of(turtle, lines);
    };
  }
}
