package org.parley.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/**
 * Which files were loaded, by digest, and into which graph: kept in the graph {@code dataset}.
 *
 * @param digests file name to digest
 * @param graphs file name to graph
 */
record Ledger(Map<String, String> digests, Map<String, Node> graphs) {

  /** Where it stands. */
  static final Node GRAPH = Vocab.graph("dataset");

  static final String SOURCE = "https://w3id.org/parley/source/";

  /** The ledger that stands in a data set. */
  static Ledger of(DatasetGraph data) {
    Map<String, String> digests = new HashMap<>();
    Map<String, Node> graphs = new HashMap<>();
    Graph book = data.getGraph(GRAPH);
    book.find(Node.ANY, Vocab.SOURCE_DIGEST, Node.ANY)
        .forEach(t -> digests.put(name(t.getSubject()), t.getObject().getLiteralLexicalForm()));
    book.find(Node.ANY, Vocab.LOADED_INTO, Node.ANY)
        .forEach(t -> graphs.put(name(t.getSubject()), t.getObject()));
    return new Ledger(digests, graphs);
  }

  /** The triples that say so. */
  static Graph graph(List<SourceFile> files, Map<String, String> digests) {
    Graph book = GraphFactory.createDefaultGraph();
    for (SourceFile file : files) {
      Node source = NodeFactory.createURI(SOURCE + file.name());
      String digest = digests.getOrDefault(file.name(), "");
      book.add(source, RDF.type.asNode(), Vocab.SOURCE_FILE);
      book.add(
          source, Vocab.SOURCE_DIGEST, NodeFactory.createLiteralDT(digest, XSDDatatype.XSDstring));
      book.add(source, Vocab.LOADED_INTO, file.graph());
    }
    return book;
  }

  private static String name(Node source) {
    return source.getURI().substring(SOURCE.length());
  }
}
