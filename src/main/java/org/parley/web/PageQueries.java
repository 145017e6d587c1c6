package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Answers;
import org.parley.queries.CatalogueQuery;
import org.parley.queries.DeadlinePassed;
import org.parley.store.TooMuch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The queries that pages and descriptions are made of: the resources beside this class. */
@Component
final class PageQueries {
  private static final Logger LOG = LoggerFactory.getLogger("parley");
  static final int LISTED = 100;

  /** How many links of each property are shown with an entity, and how many on a further page. */
  static final int FEW = 10;

  static final int LINKS = 200;

  /** How many links are looked at to find the first of each property. */
  private static final int COUNTED = 10_000;

  private static final int MANY = 1000;

  /** How many rows of one kind a page about an entity has at most. */
  private static final int BOUND = 300;

  private final Answers answers;
  private final ConcurrentMap<String, CatalogueQuery> read = new ConcurrentHashMap<>();

  PageQueries(Answers answers) {
    this.answers = answers;
  }

  /** The query of that file, asked about an entity. */
  Query about(String name, Entity entity) {
    return query(name, Map.of("entity", entity.name()));
  }

  /** The query of that file, with its parameters set. */
  Query query(String name, Map<String, String> arguments) {
    Map<String, List<String>> given = new HashMap<>();
    arguments.forEach((parameter, value) -> given.put(parameter, List.of(value)));
    return asked(name, given);
  }

  /** What is counted over the whole data set; nothing where that takes too much time or memory. */
  <T> Optional<T> counted(Supplier<T> counting) {
    try {
      return Optional.of(counting.get());
    } catch (TooMuch | DeadlinePassed e) {
      LOG.info("Counts are left out: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The triples of a CONSTRUCT query, in its order. */
  List<Quad> triples(Query query) {
    return answers.construct(query, quads -> Iter.toList(quads));
  }

  /** The rows of that query about an entity, up to a bound. */
  Table rows(String name, Entity entity) {
    return rows(name, entity, 0, BOUND);
  }

  /** Those rows of that query about an entity that stand from an offset on. */
  Table rows(String name, Entity entity, long offset, int bound) {
    return part(about(name, entity), offset, bound);
  }

  /** The links to an entity, all counted by their property, the first few of each given. */
  Table links(Entity entity) {
    Map<Node, Node> counts = rows("counted", entity, 0, MANY).map("predicate", "count");
    return rows("incoming", entity, 0, COUNTED).few("predicate", "subject", FEW, counts);
  }

  /** A page of the links to an entity, in the order of their properties. */
  Table links(Entity entity, Cursor cursor) {
    return rows("incoming", entity, cursor.offset(), LINKS)
        .few("predicate", "subject", LINKS, Map.of());
  }

  /**
   * The query of that file with values for its parameters.
   *
   * @throws org.parley.queries.BadParameter when they are not what it takes
   */
  Query asked(String name, Map<String, List<String>> arguments) {
    return named(name).bind(arguments);
  }

  /** The rows of a query that come after others, as many as stand on a page of a list. */
  Table table(Query query, Cursor from) {
    return part(query, from.offset(), LISTED);
  }

  /** The rows of a query, as many as its LIMIT allows, and whether there are more. */
  Table table(Query query) {
    int bound = query.hasLimit() ? Math.toIntExact(Math.min(query.getLimit(), MANY)) : MANY;
    return part(query, 0, bound);
  }

  /** One row more is asked for than is kept, to know whether there are more. */
  private Table part(Query query, long offset, int bound) {
    Query part = query.cloneQuery();
    part.setOffset(offset);
    part.setLimit(bound + 1L);
    return answers.select(part, rows -> Table.of(rows, bound));
  }

  /** The values of a column, in the order of all the rows there are. */
  List<Node> column(Query query, String name) {
    return answers.select(query, rows -> Iter.toList(Iter.map(rows, row -> row.get(name))));
  }

  /** A part of the answer to any query: that of ASK is one cell, that of CONSTRUCT triples. */
  Table answer(Query query, int offset, int limit) {
    if (query.isAskType()) {
      return Table.of(answers.ask(query));
    }
    return query.isSelectType()
        ? answers.select(query, rows -> Table.of(after(offset, rows), limit))
        : answers.construct(query, triples -> Table.of(after(offset, triples), limit));
  }

  private static <T extends Iterator<?>> T after(int offset, T entries) {
    Iter.step(entries, offset);
    return entries;
  }

  /** The rows of a query without parameters. */
  Table table(String name) {
    return table(named(name).bind(Map.of()));
  }

  /** The rows of a query for each of the things, which its column {@code ?thing} tells apart. */
  Table table(String name, Set<Node> things) {
    Query query = named(name).bind(Map.of());
    Var thing = Var.alloc("thing");
    List<Binding> rows = new ArrayList<>();
    things.forEach(node -> rows.add(BindingFactory.binding(thing, node)));
    ElementGroup pattern = new ElementGroup();
    pattern.addElement(new ElementData(new ArrayList<>(List.of(thing)), rows));
    pattern.addElement(query.getQueryPattern());
    query.setQueryPattern(pattern);
    return answers.select(query, found -> Table.of(found, Integer.MAX_VALUE));
  }

  /** What to call each of the things that has a name. */
  Map<Node, String> labels(Set<Node> things) {
    Map<Node, String> labels = new HashMap<>();
    for (Map<String, @Nullable Node> row : table("labels", things).rows()) {
      labels.put(
          Table.required(row, "thing"), Table.required(row, "label").getLiteralLexicalForm());
    }
    return labels;
  }

  private CatalogueQuery named(String name) {
    return read.computeIfAbsent(name, PageQueries::resource);
  }

  private static CatalogueQuery resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PageQueries.class.getResourceAsStream(name + ".rq"), name)) {
      return CatalogueQuery.read(name + ".rq", new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
