package org.parley.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanBase;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;

/**
 * Has queries over the data of a server elsewhere answered there. What is sent is a SELECT of the
 * pattern, or an ASK; a template is filled in here, and what is described is asked for here.
 */
final class Forwarding implements QueryEngineFactory {

  private final RemoteData data;

  Forwarding(RemoteData data) {
    this.data = data;
  }

  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    return isOver(dataset);
  }

  private boolean isOver(DatasetGraph dataset) {
    return switch (dataset) {
      case DynamicDatasetGraph chosen -> isOver(chosen.getOriginal());
      case DatasetGraphWrapperView other -> false;
      case DatasetGraphWrapper wrapper -> isOver(wrapper.getWrapped());
      default -> dataset == data;
    };
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding given, Context context) {
    if (!given.isEmpty()) {
      throw new UnsupportedOperationException("Values are set in the query, which is sent whole");
    }
    ExecutionContext execution = ExecutionContext.create(dataset, context);
    return new PlanBase(OpNull.create(), null) {
      @Override
      protected QueryIterator iteratorOnce() {
        return describesNamed(query)
            ? QueryIterRoot.create(execution)
            : QueryIterPlainWrapper.create(
                data.rows(sent(query, dataset).serialize(), Meter.of(context)), execution);
      }
    };
  }

  /** Whether a query only describes what it names. */
  private static boolean describesNamed(Query query) {
    return query.isDescribeType() && !query.isQueryResultStar() && query.getProjectVars().isEmpty();
  }

  private static Query sent(Query query, DatasetGraph dataset) {
    Query sent = query.cloneQuery();
    if (query.isConstructType()) {
      sent.setQuerySelectType();
      filled(query).forEach(sent::addResultVar);
      if (sent.getProject().isEmpty()) { // it counts how often there is something
        sent.addResultVar("once", NodeValue.TRUE);
      }
    } else if (query.isDescribeType()) {
      sent.setQuerySelectType();
    }
    if (dataset instanceof DynamicDatasetGraph chosen) {
      chosen.getOriginalDefaultGraphs().forEach(graph -> sent.addGraphURI(Skolem.sound(graph)));
      chosen.getOriginalNamedGraphs().forEach(graph -> sent.addNamedGraphURI(Skolem.sound(graph)));
    }
    return sent;
  }

  /** The variables of a template that have values, which where rows are grouped are its keys. */
  private static Set<Var> filled(Query query) {
    Set<Var> vars = new LinkedHashSet<>();
    for (Quad quad : query.getConstructTemplate().getQuads()) {
      Vars.addVarsFromQuad(vars, quad);
    }
    if (query.hasGroupBy()) {
      vars.retainAll(query.getGroupBy().getVars());
    }
    return vars;
  }

  @Override
  public boolean accept(Op op, DatasetGraph dataset, Context context) {
    return false;
  }

  @Override
  public Plan create(Op op, DatasetGraph dataset, Binding given, Context context) {
    throw new UnsupportedOperationException("Only queries are sent");
  }
}
