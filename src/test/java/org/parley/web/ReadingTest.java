package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.intake.Documents;

class ReadingTest {

  /** The kite is one code point, two chars and four bytes. */
  private static final String TEXT = "A 🪁 flew. They met. Also read: soup.";

  @TempDir private Path folder;

  @Test
  void overlappingPassagesAreCutWhereEachBeginsAndEnds() throws IOException {
    Reading reading = read(List.of(span("🪁 flew. They"), span("They met"), span("🪁")));
    assertThat(reading.pieces().stream().map(p -> p.depth() + p.text()))
        .containsExactly("0A ", "2🪁", "1 flew. ", "2They", "1 met", "0. Also read: soup.");
    assertThat(reading.pieces().get(1).begins()).hasSize(2);
    assertThat(reading.pieces().get(1).ends()).containsExactly(node("🪁"));
    assertThat(reading.pieces().get(3).begins()).containsExactly(node("They met"));
    assertThat(reading.pieces().get(3).ends()).containsExactly(node("🪁 flew. They"));
    assertThat(reading.unproven()).isEmpty();
  }

  @Test
  void thePiecesAreTheWholeText() throws IOException {
    Reading reading = read(List.of(span("A 🪁"), span("flew"), span("soup.")));
    assertThat(reading.pieces().stream().map(Reading.Piece::text).collect(Collectors.joining()))
        .isEqualTo(TEXT);
  }

  @Test
  void aSidebarIsNoPassage() throws IOException {
    Map<String, @Nullable Node> sidebar = span("Also read: soup.");
    sidebar.put("sidebar", NodeFactory.createLiteralString("true"));
    Reading.Piece last = read(List.of(span("met"), sidebar)).pieces().getLast();
    assertThat(last.aside()).isTrue();
    assertThat(last.depth()).isZero();
    assertThat(last.begins()).isEmpty();
  }

  @Test
  void aPassageOfAnotherDigestOrBeyondTheEndIsSaidAndNotMarked() throws IOException {
    Map<String, @Nullable Node> shifted = span("met");
    shifted.put("start", number(3));
    Map<String, @Nullable Node> beyond = span("soup");
    beyond.put("end", number(4000));
    Reading reading = read(List.of(shifted, beyond));
    assertThat(reading.unproven()).containsExactly(node("met"), node("soup"));
    assertThat(reading.pieces()).singleElement().extracting(Reading.Piece::depth).isEqualTo(0);
  }

  private Reading read(List<Map<String, @Nullable Node>> spans) throws IOException {
    Files.writeString(folder.resolve("kite.txt"), TEXT);
    return Reading.of(
        new Documents(folder).text("kite.txt", digest(TEXT)), new Table(List.of(), spans, false));
  }

  private static Map<String, @Nullable Node> span(String quote) {
    int start = TEXT.codePointCount(0, TEXT.indexOf(quote));
    Map<String, @Nullable Node> row = new LinkedHashMap<>();
    row.put("span", node(quote));
    row.put("start", number(start));
    row.put("end", number(start + quote.codePointCount(0, quote.length())));
    row.put("digest", NodeFactory.createLiteralString(digest(quote)));
    row.put("sidebar", NodeFactory.createLiteralString("false"));
    return row;
  }

  private static Node node(String quote) {
    return NodeFactory.createURI(
        "urn:span:"
            + IntStream.of(quote.codePoints().toArray())
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining("-")));
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralString(Integer.toString(value));
  }

  private static String digest(String text) {
    return "sha256:" + HexFormat.of().formatHex(Representations.digest(text.getBytes(UTF_8)));
  }
}
