package org.parley.bench;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.parley.intake.Intake;
import org.parley.intake.SourceFile;
import org.parley.intake.Sources;
import org.parley.queries.AnswerFormat;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.rdf.ResultFormat;
import org.parley.shapes.RuleQuery;
import org.parley.store.Store;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/** What an answer and a change are made of, over the three documents in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class Pieces {

  /** The data and what is asked of them. */
  @State(Scope.Benchmark)
  public static class Documents {
    final Sources sources = Sources.find(null);
    final Store store = Intake.inMemory(sources);
    final Answers answers = new Answers(store, Duration.ofMinutes(1));
    final Catalogue catalogue = Catalogue.read(sources.queries());
    final List<Quad> facts =
        store.read(
            () ->
                List.copyOf(
                    store
                        .dataset()
                        .getGraph(Vocab.graph("facts"))
                        .find()
                        .mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                        .toList()));

    @TearDown
    public void close() {
      store.close();
    }
  }

  /** A format. */
  @State(Scope.Benchmark)
  public static class Written {
    @Param({"TURTLE", "NTRIPLES", "JSONLD", "RDFXML", "BINARY"})
    public String format = "";
  }

  /** A query of the catalogue. */
  @State(Scope.Benchmark)
  public static class Asked {
    @Param({"meetings", "corroboration", "disputes", "positions", "timeline"})
    public String query = "";
  }

  /** The graph of facts in a format. */
  @Benchmark
  public void write(Documents documents, Written written) {
    RdfWriter.write(
        RdfFormat.valueOf(written.format),
        documents.facts.iterator(),
        Prefixes.ALL,
        OutputStream.nullOutputStream());
  }

  /** A query, bound, planned, answered and written. */
  @Benchmark
  public void query(Documents documents, Asked asked) {
    documents.answers.write(
        documents.catalogue.named(asked.query).bind(Map.of()),
        new AnswerFormat(ResultFormat.JSON.mediaType(), ResultFormat.JSON),
        OutputStream.nullOutputStream());
  }

  /** All facts, by the rules. */
  @Benchmark
  public Graph facts(Documents documents) {
    Graph facts = GraphFactory.createDefaultGraph();
    return documents.store.read(
        () -> {
          for (SourceFile rule : documents.sources.ruleFiles()) {
            try (QueryExec execution =
                QueryExec.dataset(documents.store.dataset())
                    .query(RuleQuery.read(rule.path(), QueryType.CONSTRUCT))
                    .build()) {
              execution.construct(facts);
            }
          }
          return facts;
        });
  }
}
