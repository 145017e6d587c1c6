package org.parley.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfReader;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ReadLimits;
import org.parley.rdf.UnreadableRdf;
import org.parley.shapes.Finding;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/**
 * A document as it travels: its own graph, and the descriptions in the statements and in the
 * register that it rests on.
 *
 * @param id the slug of the document
 * @param document its attestations, the links of their chains, its passages and sidebars
 * @param statements propositions and stances
 * @param register the things they speak of, the document itself among them
 */
public record Bundle(String id, Graph document, Graph statements, Graph register) {

  static final Node STATEMENTS = Vocab.graph("statements");
  static final Node REGISTER = Vocab.graph("register");

  private static final Pattern ID = Pattern.compile("(?!events(-|$))[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 64;

  private static final ReadLimits LIMITS =
      new ReadLimits(16 << 20, 200_000, 20, 2_000, 1_000, 20_000);

  /** Whether a document may be called so; tables of events alone are called {@code events-…}. */
  static boolean isId(String id) {
    return id.length() <= LONGEST && ID.matcher(id).matches();
  }

  static Node graph(String id) {
    return Vocab.graph("document/" + id);
  }

  /** What a data set has of a document; empty where it has nothing. */
  static Bundle of(DatasetGraph data, String id) {
    return new Rests(data).bundle(id);
  }

  /**
   * Reads one.
   *
   * @param name what to call it in messages
   * @throws Rejected when it is not in this format, or says something in a graph that is not its
   *     own
   */
  static Bundle read(byte[] bytes, String name, RdfFormat format, String id) {
    DatasetGraph read = DatasetGraphFactory.create();
    try {
      RdfReader.read(
          new ByteArrayInputStream(bytes), name, format, null, LIMITS, StreamRDFLib.dataset(read));
    } catch (UnreadableRdf e) {
      String place = e.line() == 0 ? name : name + ":" + e.line() + ":" + e.column();
      throw new Rejected(List.of(new Finding("syntax", e.reason(), null, place)));
    }
    List<Finding> findings = new ArrayList<>();
    Set<Node> own = Set.of(graph(id), STATEMENTS, REGISTER);
    read.listGraphNodes()
        .forEachRemaining(
            graph -> {
              if (!own.contains(graph)) {
                findings.add(foreign("the graph <" + graph + ">", id, name));
              }
            });
    if (!read.getDefaultGraph().isEmpty()) {
      findings.add(foreign("no graph", id, name));
    }
    if (read.getGraph(graph(id)).isEmpty()) {
      findings.add(
          new Finding(
              "graph",
              "It says nothing in <%s>. Write the document's attestations and passages there."
                  .formatted(graph(id)),
              null,
              name));
    }
    Iter.iter(read.find())
        .forEach(
            quad ->
                Literals.fault(quad.getObject())
                    .map(fault -> new Finding("literal", fault, quad.getSubject(), name))
                    .ifPresent(findings::add));
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
    return new Bundle(
        id, read.getGraph(graph(id)), read.getGraph(STATEMENTS), read.getGraph(REGISTER));
  }

  private static Finding foreign(String where, String id, String name) {
    return new Finding(
        "graph",
        "It says something in %s. A document writes <%s>, and adds to <%s> and <%s>: move it there, or leave it out."
            .formatted(where, graph(id), STATEMENTS, REGISTER),
        null,
        name);
  }

  /** Nothing of a document: what is put in its place to take it out. */
  static Bundle empty(String id) {
    Graph nothing = GraphFactory.createDefaultGraph();
    return new Bundle(id, nothing, nothing, nothing);
  }

  /** The same without the descriptions that graphs have already. */
  Bundle without(Map<Node, Graph> graphs) {
    return new Bundle(
        id,
        document,
        missing(statements, graphs.get(STATEMENTS)),
        missing(register, graphs.get(REGISTER)));
  }

  private static Graph missing(Graph descriptions, @Nullable Graph known) {
    Graph missing = GraphFactory.createDefaultGraph();
    descriptions
        .find()
        .filterDrop(t -> known != null && known.contains(t.getSubject(), Node.ANY, Node.ANY))
        .forEach(missing::add);
    return missing;
  }

  Node name() {
    return NodeFactory.createURI(Vocab.ID + "document/" + id);
  }

  /** The name of the file that holds its text, if it is told. */
  Optional<String> fileName() {
    return register
        .find(name(), Vocab.term("fileName"), Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .nextOptional();
  }

  boolean isEmpty() {
    return document.isEmpty();
  }

  /** As TriG, always the same for the same triples. */
  public byte[] trig() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Quad> quads =
        Stream.of(
                Map.entry(REGISTER, register),
                Map.entry(STATEMENTS, statements),
                Map.entry(graph(id), document))
            .flatMap(e -> sorted(e.getValue()).map(triple -> new Quad(e.getKey(), triple)))
            .iterator();
    RdfWriter.write(RdfFormat.TRIG, quads, Prefixes.ALL, out);
    return out.toByteArray();
  }

  /** The SHA-256 of its TriG: what it is told apart from another version by. */
  public String digest() {
    return Digest.of(trig());
  }

  private static Stream<Triple> sorted(Graph graph) {
    return graph.find().toList().stream()
        .sorted(
            Comparator.comparing((Triple triple) -> NodeFmtLib.strNT(triple.getSubject()))
                .thenComparing(triple -> NodeFmtLib.strNT(triple.getPredicate()))
                .thenComparing(triple -> NodeFmtLib.strNT(triple.getObject())));
  }
}
