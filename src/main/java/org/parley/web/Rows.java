package org.parley.web;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Rows as pages show them; a page groups them and chooses from them itself. */
final class Rows extends AbstractList<Map<String, @Nullable Term>> {
  private final List<Map<String, @Nullable Term>> rows;

  Rows(List<Map<String, @Nullable Term>> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public Map<String, @Nullable Term> get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /** The rows by the value of a column, in the order they come; without those that lack it. */
  public Map<Term, Rows> by(String column) {
    Map<Term, Rows> grouped = new LinkedHashMap<>();
    for (Map<String, @Nullable Term> row : rows) {
      Term value = row.get(column);
      if (value != null) {
        grouped.computeIfAbsent(value, v -> where(column, v));
      }
    }
    return grouped;
  }

  /** The values of a column, each once. */
  public Set<Term> each(String column) {
    return by(column).keySet();
  }

  /** The rows with a value in a column; null for those that lack one. */
  public Rows where(String column, @Nullable Term value) {
    return new Rows(rows.stream().filter(row -> Objects.equals(row.get(column), value)).toList());
  }

  /** The value of a column in the first row; null when there is none. */
  public @Nullable Term first(String column) {
    return rows.isEmpty() ? null : rows.getFirst().get(column);
  }

  /** The rows by the node in a column. */
  Map<Node, Rows> byNode(String column) {
    Map<Node, Rows> byNode = new LinkedHashMap<>();
    by(column).forEach((term, group) -> byNode.put(term.node(), group));
    return byNode;
  }
}
