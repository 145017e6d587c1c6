package org.parley.rdf;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.common.xml.XMLUtil;

/** What XML cannot hold, and what RDF/XML cannot say. */
final class XmlLimits {

  /**
   * RDF/XML 1.1, section 7.2.2: the terms that are no property elements, and li, which is renamed.
   */
  private static final Set<String> SYNTAX_TERMS =
      Set.of(
          "RDF",
          "Description",
          "ID",
          "about",
          "aboutEach",
          "aboutEachPrefix",
          "bagID",
          "datatype",
          "li",
          "nodeID",
          "parseType",
          "resource");

  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private XmlLimits() {}

  /**
   * @throws Unwritable if RDF/XML or TriX cannot write this quad so that it is read as it was
   */
  static void check(RdfFormat format, Quad quad) {
    checkCharacters(format, quad.getSubject());
    checkCharacters(format, quad.getPredicate());
    checkCharacters(format, quad.getObject());
    checkCharacters(format, quad.getGraph());
    if (format == RdfFormat.RDFXML) {
      checkPredicate(quad.getPredicate().toString());
      checkObject(quad.getObject());
    }
  }

  /** The same rows, which fail with {@link UnwritableRow} at one that XML cannot hold. */
  static RowSet checked(RowSet rows) {
    Iterator<Binding> checked =
        Iter.map(
            rows,
            row -> {
              row.forEach(
                  (variable, node) -> {
                    if (!holds(node)) {
                      throw new UnwritableRow(rows.getRowNumber(), variable.getVarName());
                    }
                  });
              return row;
            });
    return RowSet.create(QueryIterPlainWrapper.create(checked), rows.getResultVars());
  }

  private static void checkCharacters(RdfFormat format, Node node) {
    if (!holds(node)) {
      throw new Unwritable(format, "a term holds a character that XML does not have");
    }
  }

  private static void checkPredicate(String predicate) {
    int split = XMLUtil.findURISplitIndex(predicate);
    if (split < 0) {
      throw new Unwritable(
          RdfFormat.RDFXML, "the predicate <%s> does not end in an XML name".formatted(predicate));
    }
    String namespace = predicate.substring(0, split);
    boolean reserved =
        namespace.equals(RDF.uri) && SYNTAX_TERMS.contains(predicate.substring(split));
    if (reserved || namespace.equals(XMLNS)) {
      throw new Unwritable(
          RdfFormat.RDFXML,
          "the predicate <%s> has another meaning in its syntax".formatted(predicate));
    }
  }

  private static void checkObject(Node object) {
    if (object.isLiteral() && object.getLiteralDatatypeURI().equals(RDF.uri + "XMLLiteral")) {
      throw new Unwritable(RdfFormat.RDFXML, "an XML literal would be rewritten");
    }
  }

  /** Whether XML 1.0, section 2.2, has all these characters. */
  private static boolean holds(Node node) {
    String text =
        node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "";
    return text.codePoints().allMatch(XMLUtil::isValidCharacterDataChar);
  }
}
