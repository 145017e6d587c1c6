package org.parley.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeCmp;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a SELECT, held in memory.
 *
 * @param rows each with every column, null where it is unbound
 * @param more whether there were more rows than were kept
 */
record Table(List<String> columns, List<Map<String, @Nullable Node>> rows, boolean more) {

  static Table of(RowSet found, int limit) {
    List<String> columns = found.getResultVars().stream().map(Var::getVarName).toList();
    List<Map<String, @Nullable Node>> rows = new ArrayList<>();
    while (found.hasNext() && rows.size() < limit) {
      var binding = found.next();
      Map<String, @Nullable Node> row = new LinkedHashMap<>();
      columns.forEach(column -> row.put(column, binding.get(column)));
      rows.add(row);
    }
    return new Table(columns, rows, found.hasNext());
  }

  static Table of(Iterator<Quad> triples, int limit) {
    List<Map<String, @Nullable Node>> rows = new ArrayList<>();
    while (triples.hasNext() && rows.size() < limit) {
      Quad triple = triples.next();
      Map<String, @Nullable Node> row = new LinkedHashMap<>();
      row.put("subject", triple.getSubject());
      row.put("predicate", triple.getPredicate());
      row.put("object", triple.getObject());
      rows.add(row);
    }
    return new Table(List.of("subject", "predicate", "object"), rows, triples.hasNext());
  }

  static Table of(boolean answer) {
    Map<String, @Nullable Node> row = new LinkedHashMap<>();
    row.put("answer", NodeFactory.createLiteralByValue(answer, XSDDatatype.XSDboolean));
    return new Table(List.of("answer"), List.of(row), false);
  }

  /** The rows that have one of the values in a column. */
  Table with(String column, Set<Node> values) {
    return where(row -> values.contains(row.get(column)));
  }

  /** The other rows. */
  Table without(String column, Set<Node> values) {
    return where(row -> !values.contains(row.get(column)));
  }

  private Table where(Predicate<Map<String, @Nullable Node>> condition) {
    return new Table(columns, rows.stream().filter(condition).toList(), more);
  }

  /**
   * The first few rows for each value of a column, in the order of that column and another.
   *
   * @param totals how many there are for each value, to be told beside it
   */
  Table few(String column, String within, int few, Map<Node, Node> totals) {
    Comparator<Map<String, @Nullable Node>> order =
        Comparator.comparing(
            (Map<String, @Nullable Node> row) -> required(row, column), NodeCmp::compareRDFTerms);
    List<Map<String, @Nullable Node>> sorted = new ArrayList<>(rows);
    sorted.sort(
        order.thenComparing(
            (Map<String, @Nullable Node> row) -> required(row, within), NodeCmp::compareRDFTerms));
    Map<Node, Integer> taken = new HashMap<>();
    List<Map<String, @Nullable Node>> kept = new ArrayList<>();
    for (Map<String, @Nullable Node> row : sorted) {
      Node value = required(row, column);
      if (taken.merge(value, 1, Integer::sum) <= few) {
        Map<String, @Nullable Node> counted = new LinkedHashMap<>();
        counted.putAll(row);
        counted.put("count", totals.get(value));
        kept.add(counted);
      }
    }
    return new Table(columns, kept, more || kept.size() < rows.size());
  }

  /** Everything with an IRI that stands in it. */
  Set<Node> things() {
    return rows.stream()
        .flatMap(row -> row.values().stream())
        .flatMap(Stream::ofNullable)
        .filter(Node::isURI)
        .collect(Collectors.toSet());
  }

  /** The values of a column, each once. */
  Set<Node> column(String name) {
    return rows.stream()
        .map(row -> row.get(name))
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  /** The values of one column by those of another. */
  Map<Node, Node> map(String key, String value) {
    Map<Node, Node> map = new HashMap<>();
    for (Map<String, @Nullable Node> row : rows) {
      map.put(required(row, key), required(row, value));
    }
    return map;
  }

  /** The value that a row must have in a column. */
  static Node required(Map<String, @Nullable Node> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  /** The rows as pages show them. */
  Rows labelled(Map<Node, String> labels) {
    return new Rows(rows.stream().map(row -> labelled(row, labels)).toList());
  }

  /** The columns but for those that only repeat what an earlier one is labelled with. */
  List<String> telling(Map<Node, String> labels) {
    List<Map<String, @Nullable Term>> shown = labelled(labels);
    return columns.stream()
        .filter(
            column ->
                columns.stream()
                    .takeWhile(earlier -> !earlier.equals(column))
                    .noneMatch(earlier -> repeats(shown, earlier, column)))
        .toList();
  }

  private static boolean repeats(
      List<Map<String, @Nullable Term>> rows, String labelled, String repeating) {
    for (Map<String, @Nullable Term> row : rows) {
      Term one = row.get(labelled);
      Term other = row.get(repeating);
      if (one == null || other == null || !other.text().equals(one.label())) {
        return false;
      }
    }
    return true;
  }

  /** The rows as pages show them, by the value of their column {@code thing}. */
  Map<Node, Rows> byThing(Map<Node, String> labels) {
    return labelled(labels).byNode("thing");
  }

  private static Map<String, @Nullable Term> labelled(
      Map<String, @Nullable Node> row, Map<Node, String> labels) {
    Map<String, @Nullable Term> terms = new LinkedHashMap<>();
    row.forEach(
        (column, node) ->
            terms.put(column, node == null ? null : new Term(node, labels.get(node))));
    return terms;
  }
}
