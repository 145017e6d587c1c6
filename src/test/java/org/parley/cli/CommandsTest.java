package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Loaded;
import org.parley.intake.Intake;
import org.parley.intake.LoadReceipt;
import org.parley.store.Store;

/** The command line as a person types it: what it prints, and its exit code. */
class CommandsTest {

  private record Answer(int code, String out, String err) {}

  @TempDir private static Path loaded;

  private final List<String> served = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    try (Store store = Store.open(loaded)) {
      LoadReceipt receipt = new Intake(store, Loaded.sources()).load();
      assertThat(receipt.facts()).isPositive();
    }
  }

  @Test
  void everyCommandHasHelp() {
    for (String command :
        List.of(
            "serve",
            "check",
            "query",
            "export",
            "passages",
            "draft",
            "put",
            "retract",
            "import",
            "generate",
            "backup",
            "restore",
            "compact")) {
      Answer answer = parley(command, "--help");
      assertThat(answer.code()).isZero();
      assertThat(answer.out()).contains("Usage: parley " + command);
    }
    assertThat(parley("--help").out()).contains("serve", "check", "query", "export");
  }

  @Test
  void generatedEventsAreTakenIntoAStoreOfTheirOwn() {
    String table = folder.resolve("May 2031.tsv").toString();
    String store = folder.resolve("made").toString();
    assertThat(parley("generate", "--events", "50", "--seed", "3", "-o", table).code()).isZero();
    assertThat(parley("generate", "--events", "50", "--seed", "3").out()).hasLineCount(50);
    Answer taken = parley("import", "events", table, "-s", store);
    assertThat(taken.out()).as(taken.err()).contains("may-2031: 50 rows read", "0 wrong", "rows/s");
    assertThat(parley("import", "events", table, "-s", store).out()).contains("UNCHANGED");
    assertThat(parley("export", "-s", store, "-g", "document/events-may-2031", "-f", "nt").out())
        .contains("row=");
    mistake(1, "There is no mapping", "import", "events", table, "-s", store, "-m", "icevs");
    mistake(1, "cannot be read", "import", "events", folder + "/none.tsv", "-s", store);
    mistake(2, "Missing required parameter", "import", "events");
  }

  @Test
  void aBackupIsRestored() throws IOException {
    Path file = folder.resolve("backup.zip");
    Path restored = folder.resolve("restored");
    Answer backup = parley("backup", file.toString(), "--store", loaded.toString());
    assertThat(backup.out()).as(backup.err()).contains("3 entries, verified");
    assertThat(parley("restore", file.toString(), "--store", restored.toString()).out())
        .contains("revision 1 restored");
    assertThat(parley("export", "-f", "nq", "--store", restored.toString()).out().lines())
        .containsExactlyInAnyOrderElementsOf(
            parley("export", "-f", "nq", "--store", loaded.toString()).out().lines().toList());
    assertThat(parley("compact", "--store", restored.toString()).out()).contains("bytes before");

    mistake(1, "it is not empty", "restore", file.toString(), "--store", restored.toString());
    Files.write(file, new byte[100]);
    mistake(1, "cannot be used", "restore", file.toString(), "-s", folder.resolve("new") + "");
    mistake(1, "There is no store", "backup", file.toString(), "-s", folder.resolve("no") + "");
    mistake(1, "No server answers", "backup", file.toString(), "--server", "http://localhost:1");
  }

  @Test
  void serveHandsItsOptionsOnAsSettings() {
    assertThat(parley("serve", "--port", "9090", "--store", "here").code()).isZero();
    assertThat(served).containsExactly("--server.port=9090", "--parley.store=here");
  }

  @Test
  void checkSaysWhatItChecked() {
    Answer answer = parley("check");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("shapes and checks hold", "no --documents");
  }

  @Test
  void checkFindsThatTheDocumentsAreElsewhere() {
    Answer answer = parley("check", "--documents", folder.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("data/register/documents.ttl:", "is not there", "3 found wrong");
  }

  @Test
  void checkShowsOneScreenOfFindingsUnlessAllAreAskedFor() throws IOException {
    FileUtils.copyDirectory(
        Loaded.sources().root().resolve("ontology").toFile(), folder.resolve("ontology").toFile());
    FileUtils.copyDirectory(
        Loaded.sources().root().resolve("data").toFile(), folder.resolve("data").toFile());
    FileUtils.copyDirectory(
        Loaded.sources().root().resolve("queries").toFile(), folder.resolve("queries").toFile());
    Files.writeString(folder.resolve("data/documents/004.ttl"), "");
    Answer screen = parley("check", "--sources", folder.toString());
    Answer all = parley("check", "--sources", folder.toString(), "--all");
    assertThat(screen.code()).isEqualTo(1);
    assertThat(screen.out().lines().count()).isLessThan(30);
    assertThat(screen.out()).contains("data/statements/stances.ttl:", "more: --all");
    assertThat(all.out().lines().count()).isGreaterThan(60);
  }

  @Test
  void queryAnswersInTheFormatAskedFor() {
    Answer answer = parley("query", "gaps", "--format", "csv", "--store", loaded.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.out().lines())
        .hasSize(3)
        .last()
        .asString()
        .endsWith("/meeting/istanbul-2025-07-23,51");
  }

  @Test
  void queryWithoutANameListsTheCatalogue() {
    assertThat(parley("query").out()).contains("meetings", "disputes", "corroboration");
  }

  @Test
  void queryTakesSparqlOfOnesOwn() {
    Answer answer =
        parley(
            "query",
            "--store",
            loaded.toString(),
            "--sparql",
            "ASK { ?x a <https://w3id.org/parley/ontology#Demand> }");
    assertThat(answer.out()).contains("true");
  }

  @Test
  void aQueryMayNameItsGraphs() {
    String from = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/parley/graph/none> { ?s ?p ?o }";
    assertThat(parley("query", "--store", loaded.toString(), "--sparql", from).out())
        .isEqualToIgnoringNewLines("?n0");
  }

  @Test
  void mistakesAreOneScreenAndAnExitCode() {
    mistake(1, "column 24", "query", "--sparql", "SELECT * WHERE { ?s ?p }");
    mistake(1, "nothing-like-it", "query", "nothing-like-it");
    mistake(1, "colour", "query", "meetings", "-p", "colour=red");
    mistake(1, "doc", "query", "meetings", "--format", "doc");
    mistake(1, "nowhere", "export", "--store", loaded.toString(), "--graph", "nowhere");
    mistake(1, "ontology/parley.ttl", "check", "--sources", folder.toString());
    mistake(1, "no store", "query", "gaps", "--store", folder.resolve("none").toString());
    mistake(1, "--param", "query", "-p", "a=b");
    mistake(1, "--sparql", "query", "gaps", "--sparql", "ASK {}");
    mistake(1, "99999", "serve", "--port", "99999");
    mistake(2, "--colour", "export", "--colour");
    mistake(2, "fly", "fly");
  }

  @Test
  void exportWritesEverythingAgainReadable() throws IOException {
    Path file = folder.resolve("all.nq");
    assertThat(
            parley(
                    "export",
                    "--store",
                    loaded.toString(),
                    "--format",
                    "nq",
                    "--output",
                    file.toString())
                .code())
        .isZero();
    assertThat(Files.readString(file))
        .contains("graph/facts>", "graph/register>", "graph/document/004>");
    Answer facts =
        parley("export", "--store", loaded.toString(), "--graph", "facts", "--format", "nt");
    assertThat(facts.out().lines()).isNotEmpty().allMatch(line -> line.endsWith("."));
  }

  @Test
  void passagesListsSentencesWithPositionsAndDigests() throws IOException {
    Path text =
        Files.writeString(folder.resolve("005_x.txt"), "😀 Firefly spoke. Nobody\nheard.\n");
    String file = text.toString();
    assertThat(parley("passages", file).out())
        .contains("005_x.txt: 31 code points, 2 passages, textDigest sha256:")
        .contains("17 30  sha256:", "    Nobody heard.");
    assertThat(parley("passages", file, "--format", "turtle").out())
        .contains("passage:005-17-30 a parley:Passage ;", "parley:spanOf document:005 ;")
        .doesNotContain("Firefly");
    assertThat(parley("passages", file, "--format", "tsv").out().lines().skip(1))
        .allMatch(line -> line.matches("\\d+\t\\d+\tsha256:[0-9a-f]{64}\t.+"))
        .hasSize(2);
    assertThat(parley("passages", file, "--find", "nobody heard").out()).contains("17 29  sha256:");
    assertThat(parley("passages", file, "--between", "2", "9").out())
        .contains(
            "2 9  sha256:c924d48acda046cb9a2c7744a1aa7aa3013854b0105f8f74e44a1ac416729bec",
            "Firefly");
  }

  @Test
  void draftSaysWhatItFoundAndKeepsTheTextOutOfTheDraft() throws IOException {
    Path text = Files.writeString(folder.resolve("news.txt"), "Putin came to Moscow. Zork stayed.");
    Answer answer = parley("draft", text.toString(), "--id", "005", "-s", loaded.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("GRAPH doc:005 {", "parley:mentions actor:vladimir-putin , place:moscow")
        .doesNotContain("came");
    assertThat(answer.err()).contains("place:moscow or actor:russia: which?");
  }

  @Test
  void whatIsNoTextIsToldInASentence() throws IOException {
    mistake(1, "it is not there", "passages", folder.resolve("none.txt").toString());
    mistake(1, "it is no file", "passages", folder.toString());
    mistake(1, "nothing in it", "draft", write("empty.txt", ""), "--id", "005");
    mistake(1, "nothing in it", "passages", write("bom.txt", "\uFEFF \r\n"));
    mistake(1, "U+0000 at position 1", "passages", write("binary.txt", "a\0b"));
    Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'a', '\n', (byte) 0xE9, 'b'});
    mistake(1, "not UTF-8 at byte 2, line 2", "passages", latin.toString());
    Path huge = folder.resolve("huge.txt");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    mistake(1, "100,000,000 bytes", "passages", huge.toString());
    String good = write("good.txt", "Firefly spoke.");
    mistake(1, "has no number", "draft", good);
    mistake(1, "'../x' is no number", "draft", good, "--id", "../x");
    mistake(1, "positions 0 to 14", "passages", good, "--between", "3", "15");
    mistake(1, "'zork' stands nowhere", "passages", good, "--find", "zork");
    mistake(1, "--find", "passages", good, "--find", " ");
    mistake(2, "FILE", "passages");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void mistake(int code, String named, String... arguments) {
    Answer answer = parley(arguments);
    assertThat(answer.code()).as(answer.err()).isEqualTo(code);
    assertThat(answer.err()).contains(named).doesNotContain("\tat ");
    assertThat(answer.err().lines().count()).isLessThan(30);
  }

  private Answer parley(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
    ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
    try {
      int code = Commands.run(served::addAll, arguments);
      return new Answer(
          code,
          caughtOut.toString(StandardCharsets.UTF_8),
          caughtErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
