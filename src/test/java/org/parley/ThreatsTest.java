package org.parley;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each fault in THREATS.md names the tests that withstand it, and they exist. */
class ThreatsTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final String SHOWN = "shown:";
  private static final Set<String> TESTS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.OnlyIncludeTests())
              .importPackages("org.parley")
              .stream()
              .map(JavaClass::getMethods)
              .flatMap(Set::stream)
              .filter(ThreatsTest::isTest)
              .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
              .collect(toSet());

  @Test
  void everyFaultNamesTestsThatExist() throws IOException {
    List<String> faults = faults(Files.readString(Path.of("THREATS.md")));
    assertThat(faults).hasSizeGreaterThan(50);
    assertThat(faults.stream().filter(row -> !isTested(row))).isEmpty();
    System.out.printf(
        "%d faults, %d with a test, %d of them shown first%n",
        faults.size(),
        faults.stream().filter(ThreatsTest::isTested).count(),
        faults.stream().filter(row -> row.contains(SHOWN)).count());
  }

  @Test
  void whatNamesNoneIsFound() {
    List<String> faults =
        faults(
            """
            | fault | answer | test |
            |---|---|---|
            | a | b | `ThreatsTest.whatNamesNoneIsFound` |
            | a | b | none |
            | a | b | `ThreatsTest.faults` |
            """);
    assertThat(faults.stream().map(ThreatsTest::isTested)).containsExactly(true, false, false);
  }

  /** The rows of the tables that have such a column. */
  private static List<String> faults(String text) {
    return text.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| fault "))
        .toList();
  }

  private static boolean isTested(String row) {
    List<String> named =
        NAME.matcher(row.substring(row.lastIndexOf('|', row.length() - 2)))
            .results()
            .map(name -> name.group(1) + "." + name.group(2))
            .toList();
    return !named.isEmpty() && TESTS.containsAll(named);
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getSimpleName())
        .anyMatch(Set.of("Test", "ParameterizedTest", "TestFactory")::contains);
  }
}
