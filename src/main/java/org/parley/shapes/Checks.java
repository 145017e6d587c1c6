package org.parley.shapes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/**
 * Checks kept as SPARQL queries: each row of an answer is a finding, with {@code ?message} and,
 * where there is one, {@code ?focus}.
 */
public final class Checks {

  private Checks() {}

  /**
   * Runs every {@code *.rq} of a folder, in the order of their names.
   *
   * @param folder the checks
   * @param data the data set, whose default graph is the union of its named graphs
   * @throws BadRule when a check cannot be run
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static List<Finding> run(Path folder, DatasetGraph data) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".rq"))
          .sorted()
          .flatMap(file -> run(file, RuleQuery.read(file, QueryType.SELECT), data).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> run(Path file, Query query, DatasetGraph data) {
    String rule = file.getFileName().toString();
    List<Finding> findings = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      execution.select().forEachRemaining(row -> findings.add(finding(rule, row)));
      return findings;
    } catch (QueryException e) {
      throw new BadRule(file, e);
    }
  }

  private static Finding finding(String rule, Binding row) {
    @Nullable Node message = row.get("message");
    String text = message != null && message.isLiteral() ? message.getLiteralLexicalForm() : rule;
    return new Finding(rule, text, row.get("focus"), null);
  }
}
