package org.parley;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.LongBinaryOperator;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What the tests measure together; printed when all of them are done. */
public final class Figure {
  /** The tag of tests that attack. */
  public static final String ATTACK = "attack";

  public static final Figure KILLS = new Figure("crash kills", Long::sum);
  public static final Figure WRITES_ACKNOWLEDGED = new Figure("writes acknowledged", Long::sum);
  public static final Figure WRITES_LOST = new Figure("lost", Long::sum);
  public static final Figure IMPORT_KILLS = new Figure("kills of an import", Long::sum);
  public static final Figure TRIPLES_ASTRAY = new Figure("triples lost or too many", Long::sum);
  public static final Figure INPUTS_FUZZED = new Figure("inputs fuzzed", Long::sum);
  public static final Figure INPUTS_SENT = new Figure("of them over HTTP", Long::sum);
  public static final Figure SERVER_ERRORS = new Figure("answered 5xx", Long::sum);

  /** In milliseconds. */
  public static final Figure OVERRUN = new Figure("longest overrun of a deadline in ms", Math::max);

  private static final Figure TRIED = new Figure("attacks tried", Long::sum);
  private static final Figure WITHSTOOD = new Figure("withstood", Long::sum);

  private static final List<Figure> ALL =
      List.of(
          TRIED,
          WITHSTOOD,
          KILLS,
          WRITES_ACKNOWLEDGED,
          WRITES_LOST,
          IMPORT_KILLS,
          TRIPLES_ASTRAY,
          INPUTS_FUZZED,
          INPUTS_SENT,
          SERVER_ERRORS,
          OVERRUN);

  private final String label;
  private final LongAccumulator value;
  private final AtomicBoolean measured = new AtomicBoolean();

  private Figure(String label, LongBinaryOperator together) {
    this.label = label;
    this.value = new LongAccumulator(together, 0);
  }

  /** Adds to it; where the longest is asked for, the longer remains. */
  public void add(long more) {
    measured.set(true);
    value.accumulate(more);
  }

  /** Counts attacks, and prints. */
  public static final class Listener implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() && test.getTags().stream().anyMatch(tag -> tag.getName().equals(ATTACK))) {
        TRIED.add(1);
        WITHSTOOD.add(result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? 1 : 0);
      }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      List<String> measured =
          ALL.stream()
              .filter(figure -> figure.measured.get())
              .map(figure -> "%s %,d".formatted(figure.label, figure.value.get()))
              .toList();
      if (!measured.isEmpty()) {
        System.out.println("Figures: " + String.join(", ", measured));
      }
    }
  }
}
