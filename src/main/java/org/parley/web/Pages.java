package org.parley.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.parley.store.Store;
import org.springframework.stereotype.Component;

/** Reads what stands on a page, all of it in one transaction. */
@Component
final class Pages {
  private static final List<String> ABOUT = List.of("claims", "disputes", "plain");
  private static final List<String> STANCES = List.of("stance", "other");
  private static final Set<Node> NAMES = Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
  private static final Set<Node> TYPE = Set.of(RDF.type.asNode());
  private static final Set<Node> TYPE_OR_NAME =
      Set.of(RDF.type.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

  private final Store store;
  private final PageQueries queries;

  Pages(Store store, PageQueries queries) {
    this.store = store;
    this.queries = queries;
  }

  /**
   * Does nothing if the data set says something of the entity.
   *
   * @throws UnknownEntity if it never did
   * @throws RetractedEntity if it no longer does
   */
  void require(Entity entity) {
    Table known = queries.rows("known", entity);
    if (known.rows().isEmpty()) {
      throw new UnknownEntity(entity);
    }
    Map<String, @Nullable Node> row = known.rows().getFirst();
    if (row.get("retracted") != null) {
      throw new RetractedEntity(
          entity.name(),
          Table.required(row, "retracted").getLiteralLexicalForm(),
          Table.required(row, "because").getLiteralLexicalForm());
    }
  }

  /**
   * What is read about an entity: its {@code names}, {@code types} and other {@code details}; the
   * {@code facts} that have it as subject and the {@code mentions} of it in those of others; {@code
   * claims}, {@code disputes}, {@code evidence} with {@code chains} and {@code passages} by
   * attestation; {@code incoming} links, the first few of each property; {@code plain}, which has a
   * row if it is a proposition and a fact; and whether that is {@code complete}, and the statements
   * about it by themselves are {@code whole}.
   *
   * @throws UnknownEntity when the data set says nothing of it
   * @throws RetractedEntity when it no longer does
   */
  Map<String, Object> entity(Entity entity) {
    return store.read(
        () -> {
          require(entity);
          Map<String, Table> tables = new HashMap<>();
          ABOUT.forEach(name -> tables.put(name, queries.rows(name, entity)));
          tables.put("incoming", queries.links(entity));
          Table properties = queries.rows("properties", entity);
          Table evidence = queries.rows("evidence", entity);
          tables.put("evidence", evidence);
          tables.put("names", properties.with("predicate", NAMES));
          tables.put("types", properties.with("predicate", TYPE));
          tables.put("details", properties.without("predicate", TYPE_OR_NAME));
          Table facts = queries.rows("facts", entity);
          tables.put("facts", facts.with("subject", Set.of(entity.iri())));
          tables.put("mentions", facts.without("subject", Set.of(entity.iri())));
          Set<Node> attestations = evidence.column("attestation");
          Table chains = queries.table("chains", attestations);
          Table passages = queries.table("passages", attestations);
          Set<Node> things = things(tables);
          things.addAll(chains.things());
          things.addAll(passages.things());
          things.add(entity.iri());
          Map<Node, String> labels = queries.labels(things);
          Map<String, Object> model = labelled(tables, labels);
          model.put("whole", !facts.more() && !properties.more());
          model.put("complete", tables.values().stream().noneMatch(Table::more));
          model.put("chains", chains.byThing(labels));
          model.put("passages", passages.byThing(labels));
          model.put("entity", new Term(entity.iri(), labels.get(entity.iri())));
          return model;
        });
  }

  /** A page of the links to an entity: {@code incoming}, the {@code entity}, {@code complete}. */
  Map<String, Object> links(Entity entity, Cursor cursor) {
    return store.read(
        () -> {
          require(entity);
          Table links = queries.links(entity, cursor);
          Set<Node> things = links.things();
          things.add(entity.iri());
          Map<Node, String> labels = queries.labels(things);
          Map<String, Object> model = new HashMap<>();
          model.put("incoming", links.labelled(labels));
          model.put("entity", new Term(entity.iri(), labels.get(entity.iri())));
          model.put("complete", !links.more());
          return model;
        });
  }

  /**
   * The rows of queries, by the query's name. With the stances among them, by their node: {@code
   * taken}, who takes them and when, and {@code witnesses}, the documents and origins; and whether
   * that is {@code complete}.
   */
  Map<String, Object> of(Map<String, Table> tables) {
    Set<Node> stances = new HashSet<>();
    tables.values().forEach(table -> STANCES.forEach(name -> stances.addAll(table.column(name))));
    Table taken = queries.table("taken", stances);
    Table witnesses = queries.table("witnesses", stances);
    Set<Node> things = things(tables);
    things.addAll(taken.things());
    things.addAll(witnesses.things());
    Map<Node, String> labels = queries.labels(things);
    Map<String, Object> model = labelled(tables, labels);
    model.put("taken", taken.byThing(labels));
    model.put("witnesses", witnesses.byThing(labels));
    model.put("complete", tables.values().stream().noneMatch(Table::more));
    return model;
  }

  /**
   * A part of the answer to a query of the catalogue, as {@code columns} worth showing, {@code
   * rows} and {@code more}.
   */
  Map<String, Object> answer(Query query, int offset, int limit) {
    return store.read(
        () -> {
          Table table = queries.answer(query, offset, limit);
          Map<Node, String> labels = queries.labels(table.things());
          Map<String, Object> model = labelled(Map.of("rows", table), labels);
          model.put("columns", table.telling(labels));
          model.put("more", table.more());
          return model;
        });
  }

  private static Set<Node> things(Map<String, Table> tables) {
    Set<Node> things = new HashSet<>();
    tables.values().forEach(table -> things.addAll(table.things()));
    return things;
  }

  private static Map<String, Object> labelled(Map<String, Table> tables, Map<Node, String> labels) {
    Map<String, Object> model = new HashMap<>();
    tables.forEach((name, table) -> model.put(name, table.labelled(labels)));
    return model;
  }
}
