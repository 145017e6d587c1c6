package org.parley.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/**
 * Jena's quads as RDF4J's statements, in RDF 1.1: the one conversion between the two.
 *
 * <p>Rio would percent-encode a bad IRI in one format and write it as it is in another, and would
 * replace half a surrogate pair by a question mark; both are refused instead.
 */
record RioStatements(RdfFormat format) {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  /**
   * The statement of one quad, without a context if the quad is in the default graph or the format
   * has no graphs.
   *
   * @throws Unwritable if it is no RDF 1.1 statement
   */
  Statement statement(Quad quad) {
    Resource subject = resource(quad.getSubject());
    IRI predicate = iri(quad.getPredicate());
    Value object = value(quad.getObject());
    return quad.isDefaultGraph() || quad.isUnionGraph() || !format.graphs()
        ? VALUES.createStatement(subject, predicate, object)
        : VALUES.createStatement(subject, predicate, object, resource(quad.getGraph()));
  }

  private Value value(Node node) {
    return node.isLiteral() ? literal(node) : resource(node);
  }

  private Resource resource(Node node) {
    // The label may be any string; Jena's encoding is a name in every syntax, and no two collide.
    return node.isBlank()
        ? VALUES.createBNode(NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel()))
        : iri(node);
  }

  private IRI iri(Node node) {
    if (!node.isURI()) {
      throw new Unwritable(format, "%s is no term of RDF 1.1 here".formatted(node));
    }
    String iri = node.getURI();
    if (iri.indexOf(':') < 1 || !iri.codePoints().allMatch(RioStatements::isIriCharacter)) {
      throw new Unwritable(format, "<%s> is not an IRI".formatted(iri));
    }
    return VALUES.createIRI(iri);
  }

  private Literal literal(Node node) {
    String label = node.getLiteralLexicalForm();
    if (label.codePoints().anyMatch(RioStatements::isLoneSurrogate)) {
      throw new Unwritable(format, "a literal holds half a surrogate pair, which no encoding has");
    }
    if (node.getLiteralBaseDirection() != null) {
      throw new Unwritable(
          format, "\"%s\" has a base direction, which is RDF 1.2".formatted(label));
    }
    return node.getLiteralLanguage().isEmpty()
        ? VALUES.createLiteral(label, VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(label, node.getLiteralLanguage());
  }

  /** RDF 1.1 Turtle, section 6.5, rule IRIREF. */
  private static boolean isIriCharacter(int c) {
    return c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0 && !isLoneSurrogate(c);
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
