package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.intake.DocumentText;

/**
 * A document's text, cut wherever a passage begins or ends, so that passages may overlap.
 *
 * @param pieces in reading order, together the whole text
 * @param unproven the passages whose text is not what their digest says; they are not marked
 */
record Reading(List<Piece> pieces, List<Node> unproven) {

  /**
   * A run of text in which no passage begins or ends.
   *
   * @param depth in how many passages it stands
   * @param aside whether it is in a sidebar, which says nothing for the document
   * @param begins the passages that begin before it
   * @param ends the passages that end after it, the shortest first
   */
  record Piece(String text, int depth, boolean aside, List<Node> begins, List<Node> ends) {}

  private record Span(Node node, int start, int end, boolean sidebar) {
    boolean covers(int from, int to) {
      return start <= from && to <= end;
    }
  }

  /**
   * The text with its passages.
   *
   * @param spans rows of span, start, end, digest, sidebar
   */
  static Reading of(DocumentText text, Table spans) {
    List<Span> proven = new ArrayList<>();
    List<Node> unproven = new ArrayList<>();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Map<String, @Nullable Node> row : spans.rows()) {
      Span span = span(row);
      String digest = Table.required(row, "digest").getLiteralLexicalForm();
      if (text.holds(span.start, span.end, digest)) {
        proven.add(span);
        cuts.add(span.start);
        cuts.add(span.end);
      } else {
        unproven.add(span.node);
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (int from : cuts.headSet(text.length())) {
      int to = Objects.requireNonNull(cuts.higher(from));
      pieces.add(piece(text.between(from, to), from, to, proven));
    }
    return new Reading(pieces, unproven);
  }

  private static Piece piece(String text, int from, int to, List<Span> spans) {
    List<Span> covering = spans.stream().filter(span -> span.covers(from, to)).toList();
    List<Span> passages = covering.stream().filter(span -> !span.sidebar).toList();
    return new Piece(
        text,
        passages.size(),
        covering.size() > passages.size(),
        passages.stream().filter(span -> span.start == from).map(Span::node).toList(),
        passages.reversed().stream().filter(span -> span.end == to).map(Span::node).toList());
  }

  private static Span span(Map<String, @Nullable Node> row) {
    return new Span(
        Table.required(row, "span"),
        position(row, "start"),
        position(row, "end"),
        "true".equals(Table.required(row, "sidebar").getLiteralLexicalForm()));
  }

  private static int position(Map<String, @Nullable Node> row, String column) {
    return Integer.parseInt(Table.required(row, column).getLiteralLexicalForm());
  }
}
