package org.parley.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.queries.Answers;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;

/** The description of an entity as Turtle, over the three documents in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class DescriptionPiece {

  @Param({"russia", "rustem-umerov"})
  public String actor = "";

  private final Store store = Intake.inMemory(Sources.find(null));
  private final Answers answers = new Answers(store, Duration.ofMinutes(1));
  private final RdfDescription description = new RdfDescription(answers, new PageQueries(answers));

  @Benchmark
  public Object describe() {
    return answers.together(() -> description.of(new Entity("actor", actor), RdfFormat.TURTLE));
  }

  @TearDown
  public void close() {
    store.close();
  }
}
