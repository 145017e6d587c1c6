package org.parley.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley export}. */
@Command(
    name = "export",
    description = "Writes the data set, or one graph of it, derived facts included.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = {"-f", "--format"},
      defaultValue = "trig",
      description = "trig, nq, ttl, nt, jsonld, rdf and more (default: ${DEFAULT-VALUE}).")
  private String format = "trig";

  @Option(
      names = {"-g", "--graph"},
      description = "One graph only, for example facts, register or document/000.")
  private @Nullable String graph;

  @Option(
      names = {"-o", "--output"},
      description = "File to write (default: standard output).")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    RdfFormat rdf = Formats.named(format, List.of(RdfFormat.values()));
    try (Store store = data.open()) {
      if (output == null) {
        write(store, rdf, System.out);
      } else {
        try (OutputStream out = Files.newOutputStream(output)) {
          write(store, rdf, out);
        } catch (NoSuchFileException e) {
          throw new IllegalArgumentException(
              "Cannot write " + output + ": make its folder first.", e);
        }
      }
    }
    return 0;
  }

  private void write(Store store, RdfFormat rdf, OutputStream out) {
    store.read(
        () -> {
          RdfWriter.write(rdf, quads(store.dataset()), Prefixes.ALL, out);
          return true;
        });
  }

  private Iterator<Quad> quads(DatasetGraph dataset) {
    if (graph == null) {
      return dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }
    Node name = Vocab.graph(graph);
    if (!dataset.containsGraph(name)) {
      throw new IllegalArgumentException(
          "There is no graph '" + graph + "'. Try facts, register, statements or document/000.");
    }
    return dataset.find(name, Node.ANY, Node.ANY, Node.ANY);
  }
}
