package org.parley.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraphNull;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphZero;
import org.jspecify.annotations.Nullable;

/**
 * The data that a server elsewhere keeps, for reading. Each pattern is a request. What a
 * transaction reads is not a snapshot: {@link #confirm} tells whether it might as well have been
 * one.
 */
final class RemoteData extends DatasetGraphNull {

  private final Endpoint endpoint;
  private final RemoteRevision newest;

  @SuppressWarnings("ThreadLocalUsage") // a transaction of each store
  private final ThreadLocal<@Nullable Reading> readings = new ThreadLocal<>();

  /** What a transaction knows: the revision that it began with, and graphs that it read whole. */
  private static final class Reading {
    private @Nullable Revision revision;
    private final List<Rows> open = new ArrayList<>();
    private boolean used;
    private final Map<Node, Graph> graphs = new HashMap<>();
  }

  RemoteData(Endpoint endpoint, RemoteRevision newest) {
    this.endpoint = endpoint;
    this.newest = newest;
  }

  /** The revision that the current transaction began with. */
  Revision revision() {
    Reading reading = reading();
    if (reading.revision == null) {
      reading.revision = newest.ask();
    }
    return reading.revision;
  }

  /** See {@link Engine#confirm}. */
  void confirm() {
    Reading reading = readings.get();
    if (reading != null && reading.used && !newest.ask().equals(reading.revision)) {
      throw new EngineFailure.Moved(
          "The data were changed while they were read. Ask again: the answer is then of one"
              + " revision.");
    }
  }

  /** The rows of a query, asked in the current transaction. */
  Rows rows(String query, Meter meter) {
    Revision unused = revision();
    Reading reading = reading();
    reading.used = true;
    Rows rows = endpoint.ask(query, meter);
    reading.open.removeIf(Rows::ended);
    reading.open.add(rows);
    return rows;
  }

  /** The graphs that the current transaction has read whole. */
  Map<Node, Graph> graphs() {
    return reading().graphs;
  }

  private Reading reading() {
    Reading reading = readings.get();
    if (reading == null) {
      throw new JenaTransactionException("Not in a transaction");
    }
    return reading;
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return found("SELECT *", g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return found("SELECT *", Node.ANY, s, p, o);
  }

  @Override
  public Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(
        found("SELECT DISTINCT ?s ?p ?o", Node.ANY, s, p, o),
        quad -> new Quad(Quad.unionGraph, quad.asTriple()));
  }

  @Override
  public boolean contains(Node g, Node s, Node p, Node o) {
    Rows rows = rows("ASK " + pattern(g, s, p, o), Meter.unlimited());
    try {
      return !Quad.isDefaultGraph(g) && rows.hasNext();
    } finally {
      rows.close();
    }
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.map(
        rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", Meter.unlimited()),
        row -> row.get("g"));
  }

  private Iterator<Quad> found(String head, Node g, Node s, Node p, Node o) {
    return Iter.map(
        rows(head + " " + pattern(g, s, p, o), Meter.unlimited()),
        row -> new Quad(in(row, "g", g), in(row, "s", s), in(row, "p", p), in(row, "o", o)));
  }

  private static String pattern(Node g, Node s, Node p, Node o) {
    return "{ GRAPH %s { %s %s %s } }"
        .formatted(term("g", g), term("s", s), term("p", p), term("o", o));
  }

  private static String term(String var, Node node) {
    return isWildcard(node) || Quad.isUnionGraph(node) ? "?" + var : Skolem.text(node);
  }

  /** The value of a row, which has none for what was given or is not told apart. */
  private static Node in(Binding row, String var, Node given) {
    Node value = row.get(Var.alloc(var));
    return value != null ? value : isWildcard(given) ? Quad.unionGraph : given;
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isUnionGraph(name) || Quad.isDefaultGraph(name)
        ? super.getGraph(name)
        : new RemoteGraph(this, name);
  }

  @Override
  protected Graph createGraph() {
    return GraphZero.instance();
  }

  @Override
  public PrefixMap prefixes() {
    return PrefixMapFactory.emptyPrefixMap();
  }

  @Override
  public void begin(TxnType type) {
    super.begin(type);
    readings.set(new Reading());
  }

  @Override
  public void end() {
    Reading reading = readings.get();
    readings.remove();
    super.end();
    if (reading != null) {
      reading.open.forEach(Rows::close);
    }
  }
}
