package org.parley.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.parley.events.Events;
import org.parley.events.Generator;
import org.parley.events.Layout;
import org.parley.events.Receipt;
import org.parley.intake.Intake;
import org.parley.intake.Sources;
import org.parley.store.Store;

/** A thousand coded events, taken into a store in memory that has the three documents. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@State(Scope.Benchmark)
public class Chunks {

  private static final int EVENTS = 1_000;

  private Path table = Path.of("");
  private Store store = Store.scratch();

  @Setup
  public void generate() throws IOException {
    table = Files.createTempFile("events", ".tsv");
    try (Writer out = Files.newBufferedWriter(table)) {
      Generator.write(EVENTS, 1, out);
    }
  }

  @Setup(Level.Invocation)
  public void load() {
    store = Intake.inMemory(Sources.find(null));
  }

  @Benchmark
  public Receipt take() {
    return new Events(store, Layout.named("icews")).take(table, "events", share -> {});
  }

  @TearDown(Level.Invocation)
  public void close() {
    store.close();
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(table);
  }
}
