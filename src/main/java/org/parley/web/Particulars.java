package org.parley.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Documents;
import org.parley.intake.UnprovenDocument;
import org.springframework.stereotype.Component;

/** What the page of an entity says besides, by its kind. */
@Component
final class Particulars {
  private final Pages pages;
  private final PageQueries queries;
  private final Documents documents;

  Particulars(Pages pages, PageQueries queries, Documents documents) {
    this.pages = pages;
    this.queries = queries;
    this.documents = documents;
  }

  /**
   * Of a meeting or a series its {@code rounds} and what is {@code said} of it. Of a document what
   * is {@code told} in it, in reading order, its {@code spans}, the {@code reading} of its text if
   * that is at hand, and the {@code numbers} of what is told, by passage. Of other kinds nothing.
   */
  Map<String, Object> of(Entity entity) {
    return switch (entity.kind()) {
      case "meeting", "series" ->
          pages.of(Map.of("rounds", about("rounds", entity), "said", about("said", entity)));
      case "document" -> document(about("told", entity), about("spans", entity));
      default -> Map.of();
    };
  }

  private Map<String, Object> document(Table told, Table spans) {
    Map<String, Object> model = pages.of(Map.of("told", told, "spans", spans));
    model.put("numbers", numbers(told));
    model.put("wanted", documents.present());
    reading(spans).ifPresent(reading -> model.put("reading", reading));
    return model;
  }

  private Optional<Reading> reading(Table spans) {
    if (!documents.present() || spans.rows().isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Node> row = spans.rows().getFirst();
    try {
      return Optional.of(
          Reading.of(documents.text(text(row, "file"), text(row, "textDigest")), spans));
    } catch (UnprovenDocument e) {
      // The page says so in its own words: the message names a folder of this machine.
      return Optional.empty();
    }
  }

  /** The rows that a passage carries, counted from 1. */
  private Map<Node, List<Integer>> numbers(Table told) {
    Map<Node, List<Node>> passages = new HashMap<>();
    for (Map<String, @Nullable Node> row :
        queries.table("passages", told.column("attestation")).rows()) {
      passages
          .computeIfAbsent(Table.required(row, "thing"), a -> new ArrayList<>())
          .add(Table.required(row, "passage"));
    }
    Map<Node, List<Integer>> numbers = new HashMap<>();
    int number = 0;
    for (Map<String, @Nullable Node> row : told.rows()) {
      number++;
      for (Node passage : passages.getOrDefault(Table.required(row, "attestation"), List.of())) {
        numbers.computeIfAbsent(passage, n -> new ArrayList<>()).add(number);
      }
    }
    return numbers;
  }

  private Table about(String query, Entity entity) {
    return queries.table(queries.about(query, entity));
  }

  private static String text(Map<String, @Nullable Node> row, String column) {
    return Table.required(row, column).getLiteralLexicalForm();
  }
}
