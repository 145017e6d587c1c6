package org.parley.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The questions that can be asked by name. */
public final class Catalogue {
  private final SortedMap<String, CatalogueQuery> queries = new TreeMap<>();

  private Catalogue(Collection<CatalogueQuery> queries) {
    queries.forEach(query -> this.queries.put(query.name(), query));
  }

  /**
   * Reads every {@code *.rq} file of a folder.
   *
   * @throws BadQueryFile when one of them is not a query file
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static Catalogue read(Path folder) {
    List<CatalogueQuery> queries = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.rq")) {
      for (Path file : files) {
        queries.add(CatalogueQuery.read(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The query files in " + folder + " cannot be read.", e);
    }
    return new Catalogue(queries);
  }

  /** All of them, by name. */
  public List<CatalogueQuery> queries() {
    return List.copyOf(queries.values());
  }

  /**
   * The query of that name.
   *
   * @throws UnknownQuery when there is none
   */
  public CatalogueQuery named(String name) {
    @Nullable CatalogueQuery query = queries.get(name);
    if (query == null) {
      throw new UnknownQuery(name, List.copyOf(queries.keySet()));
    }
    return query;
  }
}
