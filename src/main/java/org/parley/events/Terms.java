package org.parley.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.parley.vocab.Vocab;

/**
 * The terms that events are told by, and what the ontology says stands above them: all superclasses
 * of a class, and those superproperties of a property that are our own.
 */
final class Terms {

  static final Node PREF_LABEL =
      NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel");
  static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  static final Node ENDED_AT = NodeFactory.createURI("http://www.w3.org/ns/prov#endedAtTime");
  static final Node START = NodeFactory.createURI("http://www.w3.org/ns/oa#start");
  static final Node END = NodeFactory.createURI("http://www.w3.org/ns/oa#end");

  private static final Node ONTOLOGY = Vocab.graph("ontology");

  private static final Map<String, Node> OWN = new ConcurrentHashMap<>();

  private final DatasetGraph data;
  private final Map<Node, List<Node>> above = new HashMap<>();

  /** Those of a data set that holds the ontology; to be made within a reading. */
  Terms(DatasetGraph data) {
    this.data = data;
  }

  List<Node> superclasses(Node type) {
    return above.computeIfAbsent(type, t -> above(t, RDFS.Nodes.subClassOf));
  }

  List<Node> superproperties(Node property) {
    return above.computeIfAbsent(
        property, p -> above(p, RDFS.Nodes.subPropertyOf).stream().filter(Terms::ours).toList());
  }

  private List<Node> above(Node term, Node by) {
    List<Node> found = new ArrayList<>(List.of(term));
    for (int i = 0; i < found.size(); i++) {
      Iter.iter(data.find(ONTOLOGY, found.get(i), by, Node.ANY))
          .map(Quad::getObject)
          .filter(next -> !found.contains(next))
          .toList()
          .forEach(found::add);
    }
    return List.copyOf(found.subList(1, found.size()));
  }

  static boolean ours(Node term) {
    return term.getURI().startsWith(Vocab.NS);
  }

  /** A term of the ontology; the same node each time. */
  static Node of(String localName) {
    return OWN.computeIfAbsent(localName, Vocab::term);
  }

  /** The thing of this kind and slug. */
  static Node thing(String kind, String slug) {
    return NodeFactory.createURI(Vocab.ID + kind + "/" + slug);
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Node text(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }

  static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
