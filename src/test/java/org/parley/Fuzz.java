package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Inputs made of good ones by a seeded generator: cut, doubled, spliced, strewn with what breaks
 * parsers. The property {@code fuzz.inputs} says how many there are in all the tests together.
 */
public final class Fuzz {

  private static final int TESTS = 13;

  private static final List<String> BREAKERS =
      List.of(
          "\0",
          "\uFEFF",
          "\uD800",
          "\uDC00",
          "\u202E",
          "\\u0000",
          "\\uD800",
          "\\",
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "<",
          ">",
          "<<",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "^^",
          "@",
          "@en--ltr",
          ";",
          ".",
          ",",
          "*",
          "%",
          "%zz",
          "&",
          "&#0;",
          "]]>",
          "<!--",
          "<![CDATA[",
          "1e999999999",
          "-",
          "0",
          "9".repeat(400),
          "/",
          "../",
          ":",
          "_:",
          "a",
          " ",
          "\r",
          "\n",
          "\t",
          "null",
          "true",
          "?x",
          "#",
          "q=",
          "=",
          "😀");

  private Fuzz() {}

  /** What became of an input: nothing, or what was thrown. */
  public record Failure(String input, Throwable thrown) {}

  /**
   * Feeds inputs to a target, and fails where it throws what it does not declare, or leaves threads
   * behind.
   *
   * @param seeds good inputs
   * @param declared what it may throw
   */
  public static void run(
      String name,
      List<String> seeds,
      Set<Class<? extends RuntimeException>> declared,
      Consumer<String> target) {
    int inputs = Integer.getInteger("fuzz.inputs", 20_000) / TESTS;
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<Failure> failures = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < inputs; i++) {
      Random random = new Random(i);
      String input = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
      try {
        target.accept(input);
      } catch (RuntimeException | Error e) {
        if (declared.contains(e.getClass())) {
          refused++;
        } else {
          failures.add(new Failure(input, e));
        }
      }
    }
    List<Thread> left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && !thread.isDaemon())
            .toList();
    Figure.INPUTS_FUZZED.add(inputs);
    System.out.printf(
        "Fuzz %s: %,d inputs, %,d refused, %d undeclared failures%n",
        name, inputs, refused, failures.size());
    assertThat(refused).as("inputs that are refused").isBetween(1, inputs - 1);
    assertThat(failures.stream().limit(3)).isEmpty();
    assertThat(left).isEmpty();
  }

  private static String mutated(String seed, List<String> seeds, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int times = random.nextInt(4); times >= 0; times--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(to, text.substring(from, to).repeat(1 + random.nextInt(100)));
        case 2 -> text.insert(from, BREAKERS.get(random.nextInt(BREAKERS.size())));
        case 3 -> text.replace(from, to, BREAKERS.get(random.nextInt(BREAKERS.size())));
        case 4 -> text.setLength(from);
        default -> {
          String other = seeds.get(random.nextInt(seeds.size()));
          text.replace(from, text.length(), other.substring(random.nextInt(other.length())));
        }
      }
    }
    return text.toString();
  }
}
