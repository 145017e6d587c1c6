package org.parley.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are made to harm: what Jena does as it comes, and what the front door says. */
class ReadLimitsTest {

  private static final ReadLimits SMALL = new ReadLimits(10_000, 100, 10, 200, 50, 500);
  private static final String S = "<http://a/s> <http://a/p> ";
  private static final String RDF =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
          + "<rdf:Description rdf:about='http://a/s'><e:p>";
  private static final String FDR = "</e:p></rdf:Description></rdf:RDF>";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"TURTLE", "TRIG", "JSONLD"})
  void deepNestingOverflowsTheStackOfTheParserAndIsRefusedWithItsPlace(RdfFormat format) {
    String deep =
        format == RdfFormat.JSONLD ? "{\"http://a/p\":".repeat(100_000) : S + "(".repeat(200_000);
    assertThatThrownBy(() -> plain(deep, format)).isInstanceOf(StackOverflowError.class);
    refused(deep, format, ReadLimits.FILE, "nested more than 100 deep");
    refused("\n" + deep, format, SMALL, "body:2:");
  }

  @Test
  void bracketsInStringsIrisAndCommentsAreNoNesting() {
    String brackets = "([{".repeat(30);
    String text =
        S
            + "'%1$s' , \"%1$s\" , '''%1$s'x'' %1$s''' , \"\"\"\"%1$s\\\"\"\"\" , '' , '\\'%1$s' . # %1$s\n"
                .formatted(brackets)
            + "<http://a/s((((((((((((((> a [] , () .";
    assertThat(ours(text, RdfFormat.TURTLE, SMALL).size()).isEqualTo(7);
    refused("'' ((((((((((( ", RdfFormat.TURTLE, SMALL, "nested more than 10 deep");
    refused("'''''' ((((((((((( ", RdfFormat.TURTLE, SMALL, "nested more than 10 deep");
    refused("'a\\\\' ((((((((((( ", RdfFormat.TURTLE, SMALL, "nested more than 10 deep");
  }

  @Test
  void entitiesThatMultiplyAreRefused() {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '%s'><!ENTITY c '%s'><!ENTITY d '%s'>]>"
            .formatted("&a;".repeat(50), "&b;".repeat(50), "&c;".repeat(50));
    refused(laughs + RDF + "&d;" + FDR, RdfFormat.RDFXML, ReadLimits.FILE, "entity expansions");
  }

  @Test
  void anEntityFromElsewhereIsLeftOutBySilentParsersAndRefusedHere() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String text =
        "<!DOCTYPE x [<!ENTITY s SYSTEM '%s'>]>".formatted(secret.toUri()) + RDF + "&s;" + FDR;
    assertThat(plain(text, RdfFormat.RDFXML).toString()).contains("\"\"").doesNotContain("secret");
    refused(text, RdfFormat.RDFXML, ReadLimits.FILE, "refers to a file elsewhere");
    refused(
        "<!DOCTYPE x SYSTEM 'http://localhost:1/x.dtd'>" + RDF + FDR,
        RdfFormat.RDFXML,
        ReadLimits.FILE,
        "refers to a file elsewhere");
    String inner = "<!DOCTYPE x [<!ENTITY s 'within'>]>" + RDF + "&s;" + FDR;
    assertThat(ours(inner, RdfFormat.RDFXML, SMALL).toString()).contains("within");
  }

  @Test
  void deepXmlIsRefused() {
    String deep = RDF + "<rdf:Description><e:p>".repeat(1000);
    refused(deep, RdfFormat.RDFXML, ReadLimits.FILE, "depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"http://localhost:1/c\"", "{\"@import\":\"http://localhost:1/c\"}"})
  void aContextFromElsewhereIsNotFetched(String context) {
    refused(
        "{\"@context\":%s,\"http://a/p\":1}".formatted(context),
        RdfFormat.JSONLD,
        SMALL,
        "is not fetched");
  }

  @Test
  void whatOneDocumentSaysOfItsContextIsForgottenForTheNext() {
    String first = "{\"@context\":{\"p\":\"http://a/p\"},\"@id\":\"http://a/s\",\"p\":1}";
    assertThat(ours(first, RdfFormat.JSONLD, SMALL).size()).isEqualTo(1);
    refused("{\"@id\":\"http://a/s\",\"p\":1}", RdfFormat.JSONLD, SMALL, "p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'@id':'http://a/s x','http://a/p':1} | s x",
        "{'@id':'relative','http://a/p':1} | relative",
        "{'@id':'http://a/s','http://a/p x':1} | p x",
        "{'@id':'http://a/s','http://a/p':{'@id':'http://a/\\u0001'}} | IRI",
        "{'@id':'http://a/s','undefined':1} | undefined",
        "{'@id':'http://a/s','http://a/p':'\\uD800'} | surrogate",
      })
  void whatJsonLdLeavesOutInSilenceIsRefused(String text, String reason) throws IOException {
    String json = text.replace('\'', '"');
    assertThat(plain(json, RdfFormat.JSONLD).size()).isEqualTo(reason.equals("surrogate") ? 1 : 0);
    refused(json, RdfFormat.JSONLD, SMALL, reason);
  }

  @Test
  void anIriWithAControlCharacterIsWrittenSoThatNobodyReadsItAndIsRefused() throws IOException {
    String text = "<http://a/\\u0001\\u0020> <http://a/p> 1 .";
    Graph graph = plain(text, RdfFormat.TURTLE);
    String backup = RDFWriter.source(graph).lang(org.apache.jena.riot.Lang.NQUADS).asString();
    assertThatThrownBy(() -> ours(backup, RdfFormat.NQUADS, SMALL))
        .isInstanceOf(UnreadableRdf.class);
    for (RdfFormat format : new RdfFormat[] {RdfFormat.TURTLE, RdfFormat.TRIG}) {
      refused(text, format, SMALL, "IRI");
    }
  }

  @Test
  void aLongNumberIsRefusedBeforeItIsChecked() {
    String digits = "9".repeat(51);
    refused(S + digits + " .", RdfFormat.TURTLE, SMALL, "at most 50");
    refused(
        S + "'" + digits + "'^^<http://www.w3.org/2001/XMLSchema#integer> .",
        RdfFormat.TURTLE,
        SMALL,
        "at most 50");
    assertThat(ours(S + "9".repeat(50) + " .", RdfFormat.TURTLE, SMALL).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<http://a/%s> <http://a/p> 1 . | more than 200",
        "<http://a/s> <http://a/p> '%s%s%s' . | at most 500",
        "<http://a/s> <http://a/p> ''@en-%s . | Language not valid",
        "_:b%s <http://a/p> 1 . | label",
        "PREFIX p: <http://a/> p:%s <http://a/p> 1 . | at most 200",
      })
  void longTermsAreRefused(String text, String reason) {
    refused(text.replace("%s", "x".repeat(200)), RdfFormat.TURTLE, SMALL, reason);
  }

  @Test
  void bytesAndTriplesAreCountedAndWhatIsInflatedToo() throws IOException {
    String triples = (S + "_:b .\n").repeat(100);
    assertThat(ours(triples, RdfFormat.TURTLE, SMALL).size()).isEqualTo(1);
    refused(triples + S + "1 .", RdfFormat.TURTLE, SMALL, "more than 100 triples");
    String full = S + "1 ." + " ".repeat(10_000 - S.length() - 3);
    assertThat(ours(full, RdfFormat.TURTLE, SMALL).size()).isEqualTo(1);
    refused(full + " ", RdfFormat.TURTLE, SMALL, "more than 10,000 bytes");
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 1000; i++) {
        gzip.write(" ".repeat(100_000).getBytes(UTF_8));
      }
    }
    assertThat(bomb.size()).isLessThan(200_000);
    InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(bomb.toByteArray()));
    assertThatThrownBy(() -> read(inflated, RdfFormat.TURTLE, SMALL))
        .isInstanceOf(UnreadableRdf.class)
        .hasMessageContaining("more than 10,000 bytes");
  }

  @Test
  void xmlIsCountedToo() {
    refused(RDF + " ".repeat(10_000) + FDR, RdfFormat.RDFXML, SMALL, "more than 10,000 bytes");
  }

  private static void refused(String text, RdfFormat format, ReadLimits limits, String reason) {
    assertThatExceptionOfType(UnreadableRdf.class)
        .isThrownBy(() -> ours(text, format, limits))
        .withMessageContaining(reason);
  }

  private static Graph ours(String text, RdfFormat format, ReadLimits limits) {
    return read(new ByteArrayInputStream(text.getBytes(UTF_8)), format, limits);
  }

  private static Graph read(InputStream in, RdfFormat format, ReadLimits limits) {
    Graph graph = GraphFactory.createDefaultGraph();
    RdfReader.read(in, "body", format, null, limits, StreamRDFLib.graph(graph));
    return graph;
  }

  private static Graph plain(String text, RdfFormat format) throws RiotException {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create()
        .fromString(text)
        .lang(format.lang().orElseThrow())
        .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
        .parse(graph);
    return graph;
  }
}
