package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.Formulas;
import org.parley.rdf.ResultFormat;

/**
 * What {@link Pages} reads about an entity as a table for spreadsheets: a row for each statement
 * that has it as subject, the plain facts first, with what stands behind them.
 */
final class EntityTable {
  private static final List<Var> COLUMNS =
      Var.varList(
          List.of(
              "property",
              "propertyName",
              "value",
              "valueName",
              "documents",
              "origins",
              "disputed",
              "evidence"));

  private EntityTable() {}

  static Representation of(Map<String, Object> model) {
    List<Binding> rows = new ArrayList<>();
    for (String table : List.of("facts", "types", "names", "details")) {
      for (Object row : (Rows) Objects.requireNonNull(model.get(table), table)) {
        rows.add(binding(row));
      }
    }
    RowSet table = RowSetStream.create(COLUMNS, rows.iterator());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultFormat.write(ResultFormat.CSV, Formulas.defused(table), out);
    return Representation.of(ResultFormat.CSV.mediaType(), out.toByteArray())
        .complete(Boolean.TRUE.equals(model.get("whole")));
  }

  @SuppressWarnings("unchecked")
  private static Binding binding(Object cells) {
    Map<String, @Nullable Term> row = (Map<String, @Nullable Term>) cells;
    Term property = Objects.requireNonNull(row.get("predicate"));
    Term value = Objects.requireNonNull(row.get("object"));
    BindingBuilder binding = Binding.builder();
    binding.add(COLUMNS.get(0), property.node());
    binding.add(COLUMNS.get(1), text(property));
    binding.add(COLUMNS.get(2), value.node());
    if (value.label() != null) {
      binding.add(COLUMNS.get(3), text(value));
    }
    for (Var column : COLUMNS.subList(4, 7)) {
      Term counted = row.get(column.getVarName());
      if (counted != null) {
        binding.add(column, counted.node());
      }
    }
    Term proposition = row.get("proposition");
    if (proposition != null) {
      binding.add(COLUMNS.get(7), proposition.node());
    }
    return binding.build();
  }

  private static Node text(Term term) {
    return NodeFactory.createLiteralString(term.text());
  }
}
