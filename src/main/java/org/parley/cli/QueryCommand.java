package org.parley.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.queries.MalformedQuery;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley query}. */
@Command(
    name = "query",
    description = {
      "Answers a query of the catalogue, or one of your own.",
      "Without a name it lists the catalogue."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

  @Mixin private final DataOptions data = new DataOptions();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A query of the catalogue.")
  private @Nullable String name;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the query, for example -p actor=actor/ukraine.")
  private final Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--sparql", paramLabel = "TEXT", description = "A SPARQL query of your own.")
  private @Nullable String sparql;

  @Option(
      names = {"-f", "--format"},
      description = "csv, tsv, json, srj, srx; for RDF ttl, nt, jsonld, rdf, trig, nq and more.")
  private @Nullable String format;

  @Override
  public Integer call() {
    if (sparql != null && (name != null || !parameters.isEmpty())) {
      throw new IllegalArgumentException(
          "--sparql goes without NAME and --param: write the values into the query.");
    }
    Catalogue catalogue = Catalogue.read(data.sources().queries());
    if (name == null && !parameters.isEmpty()) {
      throw new IllegalArgumentException("--param goes with the NAME of a query.");
    }
    if (name == null && sparql == null) {
      catalogue.queries().forEach(q -> System.out.printf("%-22s %s%n", q.name(), q.title()));
      return 0;
    }
    Query query = query(catalogue);
    if (query.isConstructType() || query.isDescribeType()) {
      RdfFormat rdf = Formats.rdf(format == null ? "ttl" : format);
      return answer(answers -> answers.construct(query, quads -> write(rdf, quads)));
    }
    ResultFormat result = Formats.result(format == null ? "tsv" : format);
    return query.isAskType()
        ? answer(answers -> write(result, answers.ask(query)))
        : answer(answers -> answers.select(query, rows -> write(result, rows)));
  }

  private int answer(Consumer<Answers> question) {
    try (Store store = data.open()) {
      question.accept(new Answers(store));
    }
    return 0;
  }

  private Query query(Catalogue catalogue) {
    if (sparql != null) {
      return MalformedQuery.parse(sparql);
    }
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    parameters.forEach((parameter, value) -> arguments.put(parameter, List.of(value)));
    return catalogue.named(String.valueOf(name)).bind(arguments);
  }

  private static boolean write(RdfFormat format, Iterator<Quad> quads) {
    RdfWriter.write(format, quads, Prefixes.ALL, System.out);
    return true;
  }

  private static boolean write(ResultFormat format, RowSet rows) {
    ResultFormat.write(format, rows, System.out);
    return true;
  }

  private static boolean write(ResultFormat format, boolean answer) {
    ResultFormat.write(format, answer, System.out);
    return true;
  }
}
