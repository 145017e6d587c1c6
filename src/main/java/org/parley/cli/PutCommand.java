package org.parley.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.commons.io.FilenameUtils;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Submissions;
import org.parley.rdf.RdfFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley put}. */
@Command(
    name = "put",
    description = {
      "Puts a document into a store that no server is using, or another version of it: what",
      "PUT /documents/ID does over HTTP. Tells what became of facts and disputes."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it was taken", "1:something is wrong with it", "2:wrong command line"})
final class PutCommand implements Callable<Integer> {

  @Mixin private StoreOptions options = new StoreOptions();

  @Parameters(index = "0", paramLabel = "ID", description = "Its slug, such as 005.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The bundle: .trig, .nq, .jsonld or .trix.")
  private Path file = Path.of("");

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "The document itself, against which its passages are held.")
  private @Nullable Path text;

  @Override
  public Integer call() throws IOException {
    String extension = FilenameUtils.getExtension(file.toString());
    RdfFormat format =
        RdfFormat.ofExtension(extension)
            .filter(RdfFormat::graphs)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s is no bundle: its name ends in .trig, .nq, .jsonld or .trix."
                            .formatted(file)));
    byte[] bundle = StoreOptions.read(file);
    byte @Nullable [] words = text == null ? null : StoreOptions.read(text);
    return options.tell(
        (Submissions submissions) ->
            submissions.put(id, bundle, format, words, options.conditions()));
  }
}
