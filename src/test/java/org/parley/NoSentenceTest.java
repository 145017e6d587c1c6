package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No file repeats a sentence of the documents, which are under copyright: no run of nine words
 * stands both in a document and in the project.
 */
class NoSentenceTest {

  private static final Path DOCUMENTS = Path.of("../shared/documents");
  private static final int RUN = 9;
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+|\\d+");

  @Test
  void noRunOfWordsStandsInADocumentToo() throws IOException {
    if (!Files.isDirectory(DOCUMENTS)) {
      System.out.println("NOT PROVEN: that no sentence is copied, for there is no " + DOCUMENTS);
      return;
    }
    Set<String> runs = new HashSet<>();
    for (Path document : files(DOCUMENTS)) {
      runs.addAll(runs(Files.readString(document)));
    }
    List<String> copied = new ArrayList<>();
    for (String folder : new String[] {"ontology", "data", "queries", "src", "README.md"}) {
      for (Path file : files(Path.of(folder))) {
        copied(file, runs, copied);
      }
    }
    assertThat(copied).isEmpty();
  }

  @Test
  void aCopiedRunIsFound() {
    String sentence = "one two three four five six seven eight nine ten";
    assertThat(runs("zero, " + sentence + "!")).containsAll(runs(sentence));
    assertThat(runs("one two three, four FIVE six seven eight")).isEmpty();
  }

  private static void copied(Path file, Set<String> runs, List<String> copied) throws IOException {
    try {
      Set<String> shared = runs(Files.readString(file));
      shared.retainAll(runs);
      shared.forEach(run -> copied.add(file + ": " + run));
    } catch (MalformedInputException e) {
      // Not a text.
      return;
    }
  }

  private static Set<String> runs(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
