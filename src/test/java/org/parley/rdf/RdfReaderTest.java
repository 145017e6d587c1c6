package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RdfReaderTest {

  private static final String GOOD = "<http://a.org/s>\n  <http://a.org/p> ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<o> . | 2 | 20 | Relative IRI: o",
        "<http://a.org/a\\u0020b> . | 2 | 20 | Bad IRI",
        "<http://a.org/%zz> . | 2 | 20 | Bad IRI",
        "<http://a.org/a b> . | 2 | 36 | Bad character in IRI",
        "ex:o . | 2 | 20 | Undefined prefix: ex",
        "'x'^^<http://www.w3.org/2001/XMLSchema#integer> . | 2 | 20 | not valid for datatype",
        "'x'@toolonglanguage . | 2 | 20 | Language not valid",
        "'\\uD800' . | 2 | 28 | surrogate",
        "'open . | 2 | 27 | Broken token",
        "1 | 2 | 21 | Triples not terminated by DOT",
      })
  void saysWhereAndWhat(String object, long line, long column, String reason) throws IOException {
    Path file = write("bad.ttl", GOOD + object);
    assertThatExceptionOfType(UnreadableRdf.class)
        .isThrownBy(() -> RdfReader.readGraph(file))
        .satisfies(
            e -> {
              assertThat(e.file()).isEqualTo(file.toString());
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e.reason()).contains(reason);
              assertThat(e).hasMessageStartingWith("%s:%d:%d: ".formatted(file, line, column));
            });
  }

  @Test
  void readsByTheNamesEnding() throws IOException {
    assertThat(RdfReader.readGraph(write("a.ttl", GOOD + "1, 01 .")).size()).isEqualTo(2);
    assertThat(RdfReader.readGraph(write("a.NT", "<a:s> <a:p> <a:o> .")).size()).isEqualTo(1);
    assertRefused(write("a.txt", GOOD + "1 ."), "no RDF format ends in .txt");
    assertRefused(write("a", GOOD + "1 ."), "no RDF format ends in .");
  }

  @Test
  void saysWhatIsNotThere() {
    assertRefused(folder.resolve("none.ttl"), "there is no such file");
    assertRefused(folder.resolve("folder.ttl/none.ttl"), "there is no such file");
  }

  @Test
  void refusesAFolder() throws IOException {
    assertRefused(Files.createDirectory(folder.resolve("folder.ttl")), "directory");
  }

  @Test
  void resolvesAgainstABaseOnlyIfThereIsOne() {
    Graph graph = GraphFactory.createDefaultGraph();
    RdfReader.read(
        new ByteArrayInputStream("<s> <p> <o> .".getBytes(StandardCharsets.UTF_8)),
        "name",
        RdfFormat.TURTLE,
        "http://base.org/",
        StreamRDFLib.graph(graph));
    assertThat(graph.stream().findFirst().orElseThrow().getObject().getURI())
        .isEqualTo("http://base.org/o");
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = (GOOD + "'\u00e9' .").getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(Files.write(folder.resolve("latin.ttl"), bytes), "it is not UTF-8");
  }

  @Test
  void refusesRdf12() throws IOException {
    assertRefused(write("a.ttl", GOOD + "<<( <a:s> <a:p> <a:o> )>> ."), "RDF 1.2");
    assertRefused(write("b.ttl", GOOD + "'x'@en--ltr ."), "RDF 1.2");
    assertRefused(write("a.trig", "<a:g> { <a:s> <a:p> 'x'@en--ltr }"), "RDF 1.2");
  }

  @Test
  void fetchesNoContext() throws IOException {
    assertRefused(
        write("a.jsonld", "{\"@context\": \"http://localhost:1/c\", \"@id\": \"a:b\", \"p\": 1}"),
        "<http://localhost:1/c> is not fetched");
  }

  @Test
  void refusesWhatParsersStumbleOver() throws IOException {
    assertRefused(write("a.ttl", GOOD + "'1'^^"), "breaks off");
    assertRefused(write("a.jsonld", "{\"@id\": \"a:b\"{}"), "a.jsonld");
    String time =
        "'2025-01-01T00:00:00.123456789012Z'^^<http://www.w3.org/2001/XMLSchema#dateTime> .";
    assertRefused(write("b.ttl", GOOD + time), "123456789012Z");
  }

  @Test
  void refusesBottomlessNesting() throws IOException {
    assertRefused(write("a.ttl", GOOD + "(".repeat(200_000)), "nested more than 100 deep");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BINARY", "RDFJSON"})
  void refusesGarbageInEveryFormat(RdfFormat format) throws IOException {
    for (String garbage :
        new String[] {"<", "{", "[{\"@id\": 1}]", "<x>", "\u0000", "\"", "a b c ."}) {
      assertRefused(write("a." + format.extension(), garbage), "a." + format.extension());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BINARY", "RDFJSON"})
  void saysWhichFormatsItDoesNotRead(RdfFormat format) throws IOException {
    assertRefused(write("a." + format.extension(), ""), "is only written here");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertRefused(Path file, String reason) {
    assertThatExceptionOfType(UnreadableRdf.class)
        .isThrownBy(() -> RdfReader.readGraph(file))
        .withMessageContaining(reason);
  }
}
