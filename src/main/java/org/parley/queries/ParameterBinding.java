package org.parley.queries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;

/** Sets variables of a query to constants, by VALUES blocks in its syntax tree. */
final class ParameterBinding extends ElementTransformCopyBase {
  private final Map<Var, Node> values;

  private ParameterBinding(Map<Var, Node> values) {
    this.values = values;
  }

  /** A copy of the query in which the variables have the values, in its inner groups as well. */
  static Query bind(Query query, Map<Var, Node> values) {
    if (values.isEmpty()) {
      return query;
    }
    ParameterBinding binding = new ParameterBinding(values);
    return binding.constants(
        QueryTransformOps.transform(
            query, binding, new ExprTransformApplyElementTransform(binding)));
  }

  @Override
  public Element transform(ElementGroup group, List<Element> transformed) {
    Set<Var> mentioned = mentioned(group);
    mentioned.retainAll(values.keySet());
    return mentioned.isEmpty()
        ? super.transform(group, transformed)
        : grouped(row(mentioned), transformed);
  }

  /** Makes them known to the whole of one SELECT: its projection, ORDER BY and HAVING as well. */
  private Query constants(Query query) {
    query.setQueryPattern(outermost(query.getQueryPattern()));
    if (query.hasGroupBy()) {
      values.keySet().stream()
          .filter(variable -> !query.getGroupBy().contains(variable))
          .forEach(query::addGroupBy);
    }
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery inner) {
            constants(inner.getQuery());
          }
        });
    return query;
  }

  private Element outermost(@Nullable Element pattern) {
    List<Element> elements = new ArrayList<>();
    if (pattern instanceof ElementGroup group) {
      elements.addAll(group.getElements());
      elements.removeIf(Row.class::isInstance);
    } else if (pattern != null) {
      elements.add(pattern);
    }
    return grouped(row(values.keySet()), elements);
  }

  private Row row(Set<Var> variables) {
    List<Var> columns = values.keySet().stream().filter(variables::contains).toList();
    BindingBuilder row = Binding.builder();
    columns.forEach(column -> row.add(column, values.get(column)));
    return new Row(columns, row.build());
  }

  private static ElementGroup grouped(Element first, List<Element> rest) {
    ElementGroup group = new ElementGroup();
    group.addElement(first);
    rest.forEach(group::addElement);
    return group;
  }

  /** The variables that stand in the group itself, not in groups within it. */
  private static Set<Var> mentioned(ElementGroup group) {
    Set<Var> found = new HashSet<>();
    ElementVisitorBase collector =
        new ElementVisitorBase() {
          @Override
          public void visit(ElementPathBlock block) {
            found.addAll(PatternVars.vars(block));
          }

          @Override
          public void visit(ElementFilter filter) {
            found.addAll(filter.getExpr().getVarsMentioned());
          }

          @Override
          public void visit(ElementBind bind) {
            found.addAll(bind.getExpr().getVarsMentioned());
          }

          @Override
          public void visit(ElementNamedGraph named) {
            if (named.getGraphNameNode() instanceof Var variable) {
              found.add(variable);
            }
          }
        };
    group.getElements().forEach(element -> element.visit(collector));
    return found;
  }

  private static final class Row extends ElementData {
    Row(List<Var> columns, Binding values) {
      super(new ArrayList<>(columns), new ArrayList<>(List.of(values)));
    }
  }
}
