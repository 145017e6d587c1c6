package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.intake.draft.Draft;
import org.parley.intake.draft.Skeleton;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfReader;
import org.parley.shapes.Finding;
import org.parley.store.Store;

/** A draft of an invented report, before and after a curator filled it; and how good drafts are. */
class DraftTest {

  private static final Path BUNDLES = Path.of("ontology/examples/11-bundles");
  private static final Path TEXT = BUNDLES.resolve("905.txt");
  private static final Path DOCUMENTS = Path.of("../shared/documents");

  private static final String READY = "proposition:actor-freedonia--readyFor--meeting-summit";

  @TempDir private Path folder;

  @Test
  void isFaultlessOnceItIsFilled() throws IOException {
    DatasetGraph data = ExamplesTest.withoutBundle();
    String draft = draft("905", TEXT, data);
    add(filled(draft), data);
    assertThat(ExamplesTest.findings(data)).isEmpty();
    assertThat(evidence(data)).isEmpty();
  }

  @Test
  void theExampleOfTheGuideIsWhatItsTextSays() throws IOException {
    DatasetGraph data = ExamplesTest.valid();
    assertThat(ExamplesTest.findings(data)).isEmpty();
    assertThat(evidence(data)).isEmpty();
    String other = Files.readString(TEXT).replace("Freedonia is", "Freedonia was");
    Files.writeString(folder.resolve("905.txt"), other);
    assertThat(evidence(folder, data)).isNotEmpty();
  }

  @Test
  void isReadableAndFoundWantingUntilItIsFilled() throws IOException {
    DatasetGraph data = ExamplesTest.withoutBundle();
    add(draft("905", TEXT, data), data);
    assertThat(ExamplesTest.findings(data))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).contains("Passage-evidences"));
  }

  @Test
  void mayBeOfATextThatTellsNothingAndOfAFileWithAStrangeName() throws IOException {
    Path file = folder.resolve("a \"strange\" name.txt");
    Files.writeString(file, "nothing is known here");
    DatasetGraph data = ExamplesTest.withoutBundle();
    String draft = draft("x1", file, data);
    add(draft, data);
    assertThat(draft).contains("knownFrom date:FILL", "passage:x1-0-21");
    assertThat(ExamplesTest.findings(data).toString()).contains("SourceDocument-knownFrom");
  }

  @Test
  void holdsNoTextOfTheDocument() throws IOException {
    String draft = draft("905", TEXT, ExamplesTest.withoutBundle());
    assertThat(draft).doesNotContain("repainted", "speaks", "told");
    assertThat(draft).contains("date:2031-05-23 a parley:Date", "parley:dayNumber 22422");
  }

  @Test
  void proposesMostOfWhatCuratorsFound() throws IOException {
    if (!Files.isDirectory(DOCUMENTS)) {
      System.out.println("NOT MEASURED: how good drafts are, for there is no " + DOCUMENTS);
      return;
    }
    int passages = 0;
    int sentences = 0;
    int proposed = 0;
    int curated = 0;
    int agreed = 0;
    for (Curated passage : curated()) {
      Path file = Files.writeString(folder.resolve("passage.txt"), passage.text());
      Set<String> found = new TreeSet<>();
      DocumentText text = DocumentText.read(file);
      Store store = Loaded.store();
      store
          .read(() -> Draft.of("x", "passage.txt", text, store.dataset()))
          .passages()
          .values()
          .forEach(found::addAll);
      found.removeIf(iri -> iri.contains("/post/"));
      proposed += found.size();
      curated += passage.mentions().size();
      Set<String> both = new HashSet<>(found);
      both.retainAll(passage.mentions());
      agreed += both.size();
      passages++;
      sentences += passage.sentence() ? 1 : 0;
    }
    System.out.printf(
        "Drafts of the documents: %d of %d passages are sentences or parts of one; %d mentions"
            + " curated, %d proposed, %d both: recall %.2f, precision %.2f%n",
        sentences,
        passages,
        curated,
        proposed,
        agreed,
        agreed / (double) curated,
        agreed / (double) proposed);
    assertThat(agreed / (double) curated).isGreaterThan(0.7);
    assertThat(agreed / (double) proposed).isGreaterThan(0.65);
  }

  private record Curated(String text, boolean sentence, Set<String> mentions) {}

  private static List<Curated> curated() {
    String query =
        """
        PREFIX parley: <https://w3id.org/parley/ontology#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?file ?start ?end (GROUP_CONCAT(COALESCE(STR(?thing), '')) AS ?mentions) {
          ?passage a parley:Passage ; parley:spanOf/parley:fileName ?file ; oa:start ?start ; oa:end ?end .
          OPTIONAL { ?passage parley:mentions ?thing }
        } GROUP BY ?passage ?file ?start ?end
        """;
    return Loaded.store()
        .read(
            () -> {
              try (QueryExec execution =
                  QueryExec.dataset(Loaded.store().dataset()).query(query).build()) {
                return execution.select().stream().toList();
              }
            })
        .stream()
        .map(
            row -> {
              int start = Integer.parseInt(row.get("start").getLiteralLexicalForm());
              int end = Integer.parseInt(row.get("end").getLiteralLexicalForm());
              DocumentText document =
                  DocumentText.read(DOCUMENTS.resolve(row.get("file").getLiteralLexicalForm()));
              String mentions = row.get("mentions").getLiteralLexicalForm();
              return new Curated(
                  document.between(start, end),
                  Passage.sentences(document).stream()
                      .anyMatch(sentence -> sentence.start() <= start && end <= sentence.end() + 1),
                  mentions.isEmpty() ? Set.of() : Set.of(mentions.split(" ", -1)));
            })
        .toList();
  }

  /** What a curator does: drops all passages but one, and fills what that one says. */
  private static String filled(String draft) {
    StringBuilder filled = new StringBuilder();
    boolean dropped = false;
    for (String line : draft.lines().toList()) {
      String kept = line.replaceFirst("#\\| ", "");
      dropped |= kept.matches(" *(\\S+:905-(0|22|131)-|date:2031).*");
      if (!dropped) {
        filled.append(kept).append('\n');
      }
      dropped &= !kept.endsWith(" .");
    }
    return filled
        .toString()
        .replace("proposition:FILL--FILL--FILL", READY)
        .replace("subject FILL", "subject actor:freedonia")
        .replace("parley:FILL", "parley:readyFor")
        .replace("object FILL", "object meeting:summit")
        .replace("proposition:FILL", READY)
        .replace("actor:FILL", "actor:rufus-firefly")
        .replace("\"FILL\"", "\"Firefly says that Freedonia is ready for the summit.\"");
  }

  private static List<Finding> evidence(DatasetGraph data) {
    return evidence(BUNDLES, data);
  }

  private static List<Finding> evidence(Path documents, DatasetGraph data) {
    return Txn.calculateRead(data, () -> Evidence.check(documents, Loaded.sources(), data))
        .findings()
        .stream()
        .filter(finding -> String.valueOf(finding.focus()).contains("905"))
        .collect(Collectors.toList());
  }

  private static String draft(String id, Path file, DatasetGraph data) {
    DocumentText text = DocumentText.read(file);
    return Txn.calculateRead(
        data,
        () -> new Skeleton(Draft.of(id, file.getFileName().toString(), text, data), data).trig());
  }

  private static void add(String trig, DatasetGraph data) {
    Txn.executeWrite(
        data,
        () ->
            RdfReader.read(
                new ByteArrayInputStream(trig.getBytes(StandardCharsets.UTF_8)),
                "draft",
                RdfFormat.TRIG,
                null,
                StreamRDFLib.dataset(data)));
  }
}
