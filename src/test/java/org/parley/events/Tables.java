package org.parley.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.parley.Loaded;
import org.parley.store.Store;

/** Invented tables, and stores to take them into. */
public final class Tables {

  private Tables() {}

  /** One of the tables beside this class. */
  public static Path named(String name) {
    try {
      return Path.of(Objects.requireNonNull(Tables.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("table.tsv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A store in memory with all that the project knows. */
  public static Store store() {
    return filled(Store.inMemory());
  }

  /** An empty store, filled with all that the project knows. */
  static Store filled(Store store) {
    var contents = new java.util.HashMap<Node, org.apache.jena.graph.Graph>();
    Loaded.store()
        .read(
            () -> {
              var data = Loaded.store().dataset();
              data.listGraphNodes()
                  .forEachRemaining(
                      name -> {
                        var graph = GraphFactory.createDefaultGraph();
                        GraphUtil.addInto(graph, data.getGraph(name));
                        if (name.getURI().endsWith("/dataset")) {
                          graph.find().toList().stream()
                              .filter(t -> t.getSubject().getURI().contains("/revision/"))
                              .forEach(graph::delete);
                        }
                        contents.put(name, graph);
                      });
              return true;
            });
    var unused = store.replace(contents, Set.of());
    return store;
  }

  /** Takes a table by the name of its file. */
  public static Receipt take(Store store, Path table, String mapping) {
    return new Events(store, Layout.named(mapping)).take(table, "t", share -> {});
  }

  /** All quads but those of the bookkeeping, one a line. */
  static Set<String> content(Store store) {
    return store.read(
        () ->
            new TreeSet<>(
                Iter.iter(store.dataset().find())
                    .filter(quad -> !quad.getGraph().getURI().endsWith("/dataset"))
                    .map(quad -> quad.toString())
                    .toList()));
  }

  /** The values of the one variable of a query, as texts. */
  public static List<String> ask(Store store, String pattern) {
    String query =
        """
        PREFIX parley: <https://w3id.org/parley/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX graph: <https://w3id.org/parley/graph/>
        PREFIX actor: <https://w3id.org/parley/id/actor/>
        PREFIX id: <https://w3id.org/parley/id/>
        SELECT ?it { %s } ORDER BY ?it
        """
            .formatted(pattern);
    return store.read(
        () -> {
          try (QueryExec execution =
              QueryExec.dataset(store.dataset()).query(QueryFactory.create(query)).build()) {
            return Iter.iter(execution.select())
                .map(row -> row.get("it"))
                .map(
                    it ->
                        it.isURI()
                            ? it.getURI().replaceFirst("^.*/id/|^.*#", "")
                            : it.getLiteralLexicalForm())
                .toList();
          }
        });
  }
}
