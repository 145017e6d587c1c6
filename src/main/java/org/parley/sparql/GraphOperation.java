package org.parley.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.parley.queries.Deadline;
import org.parley.queries.Workers;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;

/** Gives out a whole graph: SPARQL 1.1 Graph Store HTTP Protocol §5.2, indirectly identified. */
final class GraphOperation extends GSP_R {

  private final Limits limits;
  private final Store store;
  private final Workers workers;

  GraphOperation(Limits limits, Store store, Workers workers) {
    this.limits = limits;
    this.store = store;
    this.workers = workers;
  }

  @Override
  public void process(HttpAction action) {
    Failures.keep(action, () -> answer(action));
  }

  private void answer(HttpAction action) throws IOException {
    Deadline deadline =
        new Deadline(limits.deadline(), workers, action.getRequest().getRemoteAddr());
    HttpServletRequest request = action.getRequest();
    Map<String, String[]> parameters = Protocol.parameters(request, limits);
    RdfFormat format = Format.best(request, List.of(RdfFormat.values()), RdfFormat::mediaType);
    Answer answer = new Answer(action.getResponse(), format.mediaType(), deadline, limits);
    action.beginRead();
    try {
      answer.of(store.revision());
      try (QueryExec execution =
          asked(parameters, action.getActiveDSG())
              .context(Guard.confine(action.getContext()))
              .build()) {
        boolean unused = deadline.watch(execution, running -> write(running, format, answer));
      }
      store.confirm();
    } finally {
      action.endRead();
    }
    answer.finish();
  }

  private static boolean write(QueryExec running, RdfFormat format, Answer answer) {
    RdfWriter.write(
        format,
        Iter.map(running.constructTriples(), triple -> Quad.create(Quad.defaultGraphIRI, triple)),
        Prefixes.ALL,
        answer);
    return true;
  }

  /** A graph as a query, which is measured, listed and ended like all others. */
  private static QueryExecBuilder asked(Map<String, String[]> parameters, DatasetGraph dataset) {
    String[] names = parameters.getOrDefault("graph", new String[0]);
    boolean union = parameters.containsKey("default");
    if (names.length + (union ? 1 : 0) != 1 || parameters.size() != 1) {
      throw Refused.malformed("Name one graph: ?graph=IRI, or ?default for the union of all");
    }
    if (union) {
      return QueryExec.dataset(dataset).query("CONSTRUCT WHERE { ?s ?p ?o }");
    }
    Node name = NodeFactory.createURI(Protocol.absolute("graph", names[0]));
    if (!dataset.containsGraph(name)) {
      throw Refused.unknownGraph(names[0]);
    }
    return QueryExec.dataset(dataset)
        .query("CONSTRUCT { ?s ?p ?o } { GRAPH ?graph { ?s ?p ?o } }")
        .substitution("graph", name);
  }
}
