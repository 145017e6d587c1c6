package org.parley.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A named graph of a server elsewhere. Who looks up a triple looks up thousands: for that, and only
 * for that, the graph is read into memory, for the rest of the transaction.
 */
final class RemoteGraph extends GraphView {

  private final RemoteData data;

  RemoteGraph(RemoteData data, Node name) {
    super(data, name);
    this.data = data;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Node s, Node p, Node o) {
    Graph whole = data.graphs().get(getGraphName());
    return whole == null
        ? super.graphBaseFind(s, p, o)
        : WrappedIterator.createNoRemove(whole.find(s, p, o));
  }

  @Override
  protected boolean graphBaseContains(Triple triple) {
    return triple.isConcrete()
        ? data.graphs().computeIfAbsent(getGraphName(), name -> whole()).contains(triple)
        : data.contains(
            getGraphName(), triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  private Graph whole() {
    Graph whole = GraphFactory.createDefaultGraph();
    find().forEach(whole::add);
    return whole;
  }
}
