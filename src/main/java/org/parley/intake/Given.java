package org.parley.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** Queries that are asked about some nodes only: {@code VALUES ?name { UNDEF }} in their text. */
final class Given {

  private Given() {}

  /** A query kept beside this class. */
  static Query query(String file) {
    try (InputStream in = Objects.requireNonNull(Given.class.getResourceAsStream(file), file)) {
      return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a query about these nodes: they take the place of UNDEF. The query itself is changed. */
  static Query about(Query query, String name, Collection<Node> nodes) {
    Var variable = Var.alloc(name);
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementData values) {
            if (values.getVars().contains(variable)) {
              values.getRows().clear();
              nodes.forEach(node -> values.add(row(variable, node)));
            }
          }
        });
    return query;
  }

  private static Binding row(Var variable, Node node) {
    return BindingFactory.binding(variable, node);
  }
}
