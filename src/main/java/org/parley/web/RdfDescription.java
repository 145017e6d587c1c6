package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Answers;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;
import org.springframework.stereotype.Component;

/**
 * Writes what the data set says of an entity as RDF, straight from the store: its own triples; for
 * each fact its proposition with the counts of its evidence; the links to it, counted for each
 * property as a VoID partition, the first few given; and the names of all that was mentioned.
 */
@Component
final class RdfDescription {
  private final Answers answers;
  private final PageQueries queries;

  RdfDescription(Answers answers, PageQueries queries) {
    this.answers = answers;
    this.queries = queries;
  }

  /**
   * The description in a format.
   *
   * @throws org.parley.rdf.Unwritable when the format cannot express it
   */
  Representation of(Entity entity, RdfFormat format) {
    Table facts = queries.rows("facts", entity);
    Table links = queries.links(entity);
    Set<Quad> around = new LinkedHashSet<>(evidence(facts));
    around.addAll(counted(links, entity));
    return answers
        .construct(
            queries.about("describe", entity),
            own -> written(format, Iter.concat(own, around.iterator()), Set.of(entity.iri())))
        .complete(!facts.more() && !links.more());
  }

  /** A page of the links to an entity, with the names of what they come from. */
  Representation links(Entity entity, Cursor cursor, RdfFormat format) {
    Table links = queries.links(entity, cursor);
    return written(format, links.rows().stream().map(row -> link(row, entity)).iterator(), Set.of())
        .complete(!links.more());
  }

  private static List<Quad> evidence(Table facts) {
    List<Quad> evidence = new ArrayList<>();
    for (Map<String, @Nullable Node> row : facts.rows()) {
      Node proposition = Table.required(row, "proposition");
      Map<String, String> said = new LinkedHashMap<>();
      said.put("subject", "subject");
      said.put("predicate", "predicate");
      said.put("object", "object");
      said.put("documentCount", "documents");
      said.put("originCount", "origins");
      said.put("disputed", "disputed");
      said.forEach(
          (term, column) ->
              evidence.add(triple(proposition, Vocab.term(term), Table.required(row, column))));
    }
    return evidence;
  }

  private static List<Quad> counted(Table few, Entity entity) {
    List<Quad> links = new ArrayList<>();
    Set<Node> predicates = new HashSet<>();
    for (Map<String, @Nullable Node> row : few.rows()) {
      Node predicate = Table.required(row, "predicate");
      if (predicates.add(predicate)) {
        String name = new Term(predicate, null).text().replace(':', '-');
        Node partition = NodeFactory.createURI(entity.iri().getURI() + "#links-" + name);
        links.add(triple(partition, RDF.type.asNode(), VOID.Dataset.asNode()));
        links.add(triple(partition, FOAF.topic.asNode(), entity.iri()));
        links.add(triple(partition, VOID.property.asNode(), predicate));
        links.add(triple(partition, VOID.triples.asNode(), Table.required(row, "count")));
      }
      links.add(link(row, entity));
    }
    return links;
  }

  private Iterator<Quad> names(Set<Node> things, Set<Node> named) {
    things.removeAll(named);
    List<Quad> names = new ArrayList<>();
    for (Map<String, @Nullable Node> row : queries.table("names", things).rows()) {
      names.add(
          triple(
              Table.required(row, "thing"),
              Table.required(row, "naming"),
              Table.required(row, "name")));
    }
    return names.iterator();
  }

  private static Quad link(Map<String, @Nullable Node> row, Entity entity) {
    return triple(Table.required(row, "subject"), Table.required(row, "predicate"), entity.iri());
  }

  private static Quad triple(Node subject, Node predicate, Node object) {
    return Quad.create(Quad.defaultGraphIRI, subject, predicate, object);
  }

  /** The triples, followed by the names of all that they mention but for what is named already. */
  private Representation written(RdfFormat format, Iterator<Quad> triples, Set<Node> named) {
    Set<Node> things = new HashSet<>();
    Iterator<Quad> noting =
        Iter.map(
            triples,
            quad -> {
              Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
                  .filter(Node::isURI)
                  .forEach(things::add);
              return quad;
            });
    Iterator<Supplier<Iterator<Quad>>> last = Iter.singletonIterator(() -> names(things, named));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfWriter.write(
        format, Iter.concat(noting, Iter.flatMap(last, Supplier::get)), Prefixes.ALL, out);
    return Representation.of(format.mediaType(), out.toByteArray());
  }
}
