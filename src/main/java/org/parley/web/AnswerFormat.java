package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.query.Query;
import org.parley.queries.Answers;
import org.parley.queries.CatalogueQuery;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.vocab.Prefixes;

/** A format that the answer to a query can be written in. */
record AnswerFormat(String mediaType, String extension, Writing writing) {

  /** Asks a query and writes the answer. */
  @FunctionalInterface
  interface Writing {
    void write(Answers answers, Query query, ByteArrayOutputStream out);
  }

  /** The formats for the query, in the server's order of preference. */
  static List<AnswerFormat> of(CatalogueQuery query) {
    return query.answersRdf()
        ? Arrays.stream(RdfFormat.values()).map(AnswerFormat::of).toList()
        : Arrays.stream(ResultFormat.values()).map(AnswerFormat::of).toList();
  }

  /** The whole answer. */
  byte[] write(Answers answers, Query query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.write(answers, query, out);
    return out.toByteArray();
  }

  private static AnswerFormat of(RdfFormat format) {
    return new AnswerFormat(
        format.mediaType(),
        format.extension(),
        (answers, query, out) ->
            answers.construct(
                query,
                quads -> {
                  RdfWriter.write(format, quads, Prefixes.ALL, out);
                  return out;
                }));
  }

  private static AnswerFormat of(ResultFormat format) {
    return new AnswerFormat(
        format.mediaType(),
        format.extension(),
        (answers, query, out) -> {
          if (query.isAskType()) {
            ResultFormat.write(format, answers.ask(query), out);
          } else {
            answers.select(
                query,
                rows -> {
                  ResultFormat.write(format, rows, out);
                  return out;
                });
          }
        });
  }
}
