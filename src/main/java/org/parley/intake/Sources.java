package org.parley.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * Where the ontology, the data and the queries stand: a folder with {@code ontology/}, {@code
 * data/} and {@code queries/}, on disk or inside the executable jar.
 *
 * @param root that folder
 */
public record Sources(Path root) {

  private static final String MARK = "ontology/parley.ttl";
  private static final List<String> PARTS =
      List.of(
          MARK, "ontology/shapes", "ontology/checks", "ontology/rules/facts.rq", "data", "queries");

  /**
   * The sources in a folder on disk.
   *
   * @throws NoSources when the folder lacks one of its parts
   */
  public static Sources at(Path folder) {
    for (String part : PARTS) {
      if (!Files.exists(folder.resolve(part))) {
        throw new NoSources(folder, part);
      }
    }
    return new Sources(folder);
  }

  /**
   * The sources in the folder that is named; without one those of the working directory if it holds
   * any, else the bundled ones.
   *
   * @throws NoSources when the named folder holds none
   */
  public static Sources find(@Nullable Path folder) {
    if (folder != null) {
      return at(folder);
    }
    Path here = Path.of("");
    return Files.isRegularFile(here.resolve(MARK)) ? at(here) : bundled();
  }

  /** The sources that came with the program, on the class path or inside its jar. */
  public static Sources bundled() {
    URL mark = Sources.class.getClassLoader().getResource(MARK);
    if (mark == null) {
      throw new NoSources(Path.of("the class path"), MARK);
    }
    try {
      URI uri = mark.toURI();
      if (!"file".equals(uri.getScheme())) {
        open(uri);
      }
      return new Sources(Path.of(uri).resolve("../..").normalize());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("Cannot read the bundled sources at " + mark, e);
    }
  }

  private static void open(URI uri) throws IOException {
    try {
      FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      // The jar was opened before and stays open for the life of the process.
      return;
    }
  }

  /** The queries of the catalogue. */
  public Path queries() {
    return root.resolve("queries");
  }

  /** The checks. */
  public Path checks() {
    return root.resolve("ontology/checks");
  }

  /** Every file that is loaded, in the order of its name. */
  public List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    files.add(new SourceFile(MARK, root.resolve(MARK), Vocab.graph("ontology")));
    files.addAll(turtle("ontology/shapes", "shapes"));
    files.addAll(turtle("data/register", "register"));
    files.addAll(turtle("data/statements", "statements"));
    for (SourceFile file : turtle("data/documents", "document")) {
      String id = file.path().getFileName().toString().replaceFirst("\\.ttl$", "");
      files.add(new SourceFile(file.name(), file.path(), Vocab.graph("document/" + id)));
    }
    return files;
  }

  /** Every check, which is no RDF but decides what is taken in. */
  public List<SourceFile> checkFiles() {
    return list("ontology/checks", ".rq", Vocab.graph("facts"));
  }

  /** Every rule, which is no RDF but changes what is derived. */
  public List<SourceFile> ruleFiles() {
    return list("ontology/rules", ".rq", Vocab.graph("facts"));
  }

  private List<SourceFile> turtle(String folder, String graph) {
    return list(folder, ".ttl", Vocab.graph(graph));
  }

  private List<SourceFile> list(String folder, String suffix, Node graph) {
    Path directory = root.resolve(folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .filter(path -> path.toString().endsWith(suffix))
          .sorted()
          .map(path -> new SourceFile(folder + "/" + path.getFileName(), path, graph))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they stand, for people. */
  @Override
  public String toString() {
    return root.getFileSystem().equals(FileSystems.getDefault())
        ? "in " + root.toAbsolutePath()
        : "built in";
  }
}
