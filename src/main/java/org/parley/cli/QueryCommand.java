package org.parley.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.queries.MalformedQuery;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.Syntax;
import org.parley.store.Store;
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

  private static final Duration ENDLESS = Duration.ofDays(1000);

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
    List<AnswerFormat> formats = AnswerFormat.of(query.queryType());
    List<Syntax> syntaxes = formats.stream().map(AnswerFormat::syntax).toList();
    String preset = syntaxes.contains(RdfFormat.TURTLE) ? "ttl" : "tsv";
    Syntax syntax = Formats.named(format == null ? preset : format, syntaxes);
    try (Store store = data.open()) {
      new Answers(store, ENDLESS)
          .write(query, new AnswerFormat(syntax.mediaType(), syntax), System.out);
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
}
