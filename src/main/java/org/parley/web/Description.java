package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.parley.queries.Answers;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.vocab.Prefixes;
import org.springframework.stereotype.Component;

/** Writes what the data set says of an entity. */
@Component
final class Description {
  private final Answers answers;
  private final PageQueries queries;

  Description(Answers answers, PageQueries queries) {
    this.answers = answers;
    this.queries = queries;
  }

  /**
   * The description in a format: the entity's own triples first, its types first among them.
   *
   * @throws UnknownEntity when there is nothing to say
   * @throws org.parley.rdf.Unwritable when the format cannot express it
   */
  byte[] of(Entity entity, RdfFormat format) {
    return answers.construct(
        queries.about("describe", entity),
        quads -> {
          TreeSet<Quad> sorted = new TreeSet<>(order(entity.iri()));
          quads.forEachRemaining(sorted::add);
          if (sorted.isEmpty()) {
            throw new UnknownEntity(entity.name());
          }
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          RdfWriter.write(format, sorted.iterator(), Prefixes.ALL, out);
          return out.toByteArray();
        });
  }

  private static Comparator<Quad> order(Node entity) {
    return Comparator.comparing((Quad quad) -> !quad.getSubject().equals(entity))
        .thenComparing(Quad::getSubject, NodeCmp::compareRDFTerms)
        .thenComparing(quad -> !quad.getPredicate().equals(RDF.type.asNode()))
        .thenComparing(Quad::getPredicate, NodeCmp::compareRDFTerms)
        .thenComparing(Quad::getObject, NodeCmp::compareRDFTerms);
  }
}
