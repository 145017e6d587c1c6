package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.shapes.Finding;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** Passages against documents: a small one of our own always, the real ones where they stand. */
class EvidenceTest {

  private static final Path DOCUMENTS = Path.of("../shared/documents");

  /** The kite is one code point and four bytes, so positions in anything else are found out. */
  private static final String TEXT =
      "Freedonia 🪁 meets Sylvania.\n\nThe talks took an hour.\n\n   \n\nAlso read: soup recipes\n";

  @TempDir private Path folder;

  @Test
  void soundPassagesAreProven() throws IOException {
    Evidence evidence = check(passage("Freedonia 🪁") + passage("took an hour") + sidebar());
    assertThat(evidence.findings()).isEmpty();
    assertThat(evidence.passages()).isEqualTo(3);
    assertThat(evidence.documents()).isEqualTo(1);
  }

  @Test
  void aPassageThatDoesNotMatchIsFound() throws IOException {
    int at = TEXT.codePointCount(0, TEXT.indexOf("took"));
    found(span("Passage", at + 1, at + 5, digest("took")), "is not what was read");
  }

  @Test
  void anEmptyPassageIsFound() throws IOException {
    found(span("Passage", 4, 4, digest("")), "is not within");
    int blank = TEXT.codePointCount(0, TEXT.indexOf("   "));
    found(span("Passage", blank, blank + 3, digest("   ")), "white space");
  }

  @Test
  void aPassageBeyondTheEndIsFound() throws IOException {
    found(span("Passage", 0, 4000, digest(TEXT)), "is not within");
  }

  @Test
  void aPassageInASidebarIsFound() throws IOException {
    found(passage("soup recipes") + sidebar(), "overlaps the sidebar");
  }

  @Test
  void anotherTextIsFound() throws IOException {
    Path file = folder.resolve("note.txt");
    try (Store store = stored(passage("took an hour"))) {
      Files.writeString(file, TEXT + " ");
      assertThat(findings(store)).singleElement().asString().contains("is not the text");
      Files.delete(file);
      assertThat(findings(store)).singleElement().asString().contains("not there");
    }
  }

  @Test
  void everyPassageOfTheRealDocumentsIsProven() {
    if (!Files.isDirectory(DOCUMENTS)) {
      System.out.println("NOT PROVEN: passages, for there is no " + DOCUMENTS);
      return;
    }
    Sources sources = Sources.find(null);
    try (Store store = Intake.inMemory(sources)) {
      Evidence evidence = store.read(() -> Evidence.check(DOCUMENTS, sources, store.dataset()));
      assertThat(evidence.findings()).isEmpty();
      assertThat(evidence.documents()).isEqualTo(3);
      System.out.println(evidence);
    }
  }

  private void found(String spans, String complaint) throws IOException {
    assertThat(check(spans).findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains(complaint);
  }

  private Evidence check(String spans) throws IOException {
    try (Store store = stored(spans)) {
      return store.read(() -> Evidence.check(folder, Sources.find(null), store.dataset()));
    }
  }

  private java.util.List<Finding> findings(Store store) {
    return store.read(() -> Evidence.check(folder, Sources.find(null), store.dataset())).findings();
  }

  private Store stored(String spans) throws IOException {
    Files.writeString(folder.resolve("note.txt"), TEXT);
    String turtle =
        """
        PREFIX parley: <%s>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX document: <https://w3id.org/parley/id/document/>
        PREFIX passage: <https://w3id.org/parley/id/passage/>
        document:note parley:fileName "note.txt" ; parley:textDigest "%s" .
        """
            .formatted(Vocab.NS, digest(TEXT));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(turtle + spans)).lang(Lang.TURTLE).parse(graph);
    Store store = Store.inMemory();
    store.replace(Map.of(Vocab.graph("document/note"), graph), Set.of());
    return store;
  }

  private static String passage(String quote) {
    int start = TEXT.codePointCount(0, TEXT.indexOf(quote));
    int end = start + quote.codePointCount(0, quote.length());
    return span("Passage", start, end, digest(quote));
  }

  private static String sidebar() {
    String quote = "Also read: soup recipes";
    int start = TEXT.codePointCount(0, TEXT.indexOf(quote));
    return span("Sidebar", start, start + quote.length(), digest(quote));
  }

  private static String span(String type, int start, int end, String digest) {
    return """
    passage:note-%d-%d a parley:%s ; parley:spanOf document:note ;
      oa:start %d ; oa:end %d ; parley:exactDigest "%s" .
    """
        .formatted(start, end, type, start, end, digest);
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
