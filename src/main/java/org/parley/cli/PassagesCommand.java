package org.parley.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.intake.DocumentText;
import org.parley.intake.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley passages}. */
@Command(
    name = "passages",
    description = {
      "Lists the sentences of a document with their positions and digests.",
      "Positions are code points from 0, the end not included; digests are SHA-256."
    },
    mixinStandardHelpOptions = true)
final class PassagesCommand implements Callable<Integer> {

  /** How they are listed. */
  enum Format {
    TEXT,
    TURTLE,
    TSV
  }

  @Mixin private final TextOptions document = new TextOptions();

  @Option(
      names = {"-f", "--format"},
      description =
          "text shows what stands there; turtle is to be pasted and does not; tsv is for programs"
              + " (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--between",
      arity = "2",
      paramLabel = "POSITION",
      description = "Only what stands between two positions, START and END.")
  private @Nullable List<Integer> between;

  @Option(names = "--find", paramLabel = "WORDS", description = "Only where these words stand.")
  private @Nullable String find;

  @Override
  public Integer call() {
    DocumentText text = document.text();
    List<Passage> passages = passages(text);
    if (passages.isEmpty()) {
      throw new IllegalArgumentException("'%s' stands nowhere in it.".formatted(find));
    }
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    String header =
        "%s: %d code points, %d passages, textDigest %s"
            .formatted(document.fileName(), text.length(), passages.size(), text.digest());
    switch (format) {
      case TURTLE -> {
        out.println("# " + header);
        String id = document.id();
        passages.forEach(passage -> out.println(passage.turtle(id) + " .\n"));
      }
      case TSV -> {
        out.println("start\tend\tdigest\ttext");
        passages.forEach(
            p ->
                out.println(String.join("\t", "" + p.start(), "" + p.end(), p.digest(), p.line())));
      }
      case TEXT -> {
        out.println(header);
        passages.forEach(
            p -> out.printf("%n%d %d  %s%n    %s%n", p.start(), p.end(), p.digest(), p.line()));
      }
    }
    return 0;
  }

  private List<Passage> passages(DocumentText text) {
    if (find != null && (find.isBlank() || between != null)) {
      throw new IllegalArgumentException(
          "--find takes words to look for, and no --between with it.");
    }
    if (find != null) {
      return Passage.find(text, find);
    }
    return between == null
        ? Passage.sentences(text)
        : List.of(Passage.between(text, between.getFirst(), between.getLast()));
  }
}
