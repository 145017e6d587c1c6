package org.parley.vocab;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRIs of the data set, and those terms of the ontology that the program itself knows. {@code
 * VocabTest} compares the terms with {@code ontology/parley.ttl}.
 */
public final class Vocab {

  /** The ontology's namespace. */
  public static final String NS = "https://w3id.org/parley/ontology#";

  /** Where things are: followed by kind, slash and slug. */
  public static final String ID = "https://w3id.org/parley/id/";

  /** Where graphs are: followed by a name, such as {@code facts} or {@code document/000}. */
  public static final String GRAPH = "https://w3id.org/parley/graph/";

  /** Where the checks are: followed by a file name, such as {@code layer.rq}. */
  public static final String CHECK = "https://w3id.org/parley/check/";

  public static final Node REVISION = term("Revision");
  public static final Node REVISION_NUMBER = term("revisionNumber");
  public static final Node SOURCE_FILE = term("SourceFile");
  public static final Node SOURCE_DIGEST = term("sourceDigest");
  public static final Node LOADED_INTO = term("loadedInto");

  private static final Pattern EVENTS = Pattern.compile(GRAPH + "[a-z]+/events(-.+)?");

  private Vocab() {}

  /** The term of the ontology with this local name; nobody checks here that it is declared. */
  public static Node term(String localName) {
    return NodeFactory.createURI(NS + localName);
  }

  /** The graph of this name: {@code ontology}, {@code facts}, {@code document/000}. */
  public static Node graph(String name) {
    return NodeFactory.createURI(GRAPH + name);
  }

  /**
   * Whether a graph holds coded events, such as {@code facts/events}: those are neither read from
   * the sources nor submitted.
   */
  public static boolean ofEvents(Node graph) {
    return graph.isURI() && EVENTS.matcher(graph.getURI()).matches();
  }
}
