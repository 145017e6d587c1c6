package org.parley;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.rdf.PlantedNeighbour;
import org.parley.vocab.PlantedManager;

/** Holds the plan that the root's {@code package-info} draws. */
class FloorPlanTest {

  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          entry("org.parley", 5),
          entry("org.parley.web", 4),
          entry("org.parley.cli", 4),
          entry("org.parley.sparql", 4),
          entry("org.parley.intake", 3),
          entry("org.parley.events", 3),
          entry("org.parley.shapes", 2),
          entry("org.parley.queries", 2),
          entry("org.parley.search", 2),
          entry("org.parley.store", 1),
          entry("org.parley.vocab", 0),
          entry("org.parley.rdf", 0));

  private static final ArchRule DOWNWARD = classes().should(seeOnlyFloorsBelow());

  static final List<ArchRule> RULES =
      List.of(
          DOWNWARD,
          only("rdf", "org.eclipse.rdf4j.."),
          only("store", "org.apache.jena.tdb2.."),
          only("shapes", "org.apache.jena.shacl.."),
          only("sparql", "org.apache.jena.fuseki.."),
          only("search", "org.apache.lucene.."),
          only("search", "com.ibm.icu.."),
          noClasses()
              .that()
              .resideOutsideOfPackages("org.parley", "org.parley.web..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("org.springframework..")
              .allowEmptyShould(true),
          noClasses()
              .should()
              .haveNameMatching(".*(Service|Manager|Impl|Helper|Util|Utils|DTO|Mapper)"));

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.parley");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importClasses(PlantedManager.class, PlantedNeighbour.class);

  @ParameterizedTest
  @FieldSource("RULES")
  void holds(ArchRule rule) {
    rule.check(MAIN);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void catchesWhatIsPlanted(ArchRule rule) {
    assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
  }

  @Test
  void neitherUpwardNorSideways() {
    assertThat(DOWNWARD.evaluate(PLANTED).getFailureReport().getDetails())
        .anyMatch(line -> line.contains(Parley.class.getName()))
        .anyMatch(line -> line.contains(PlantedNeighbour.class.getName()));
  }

  @Test
  void filesAreShort() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(200));
    }
  }

  private static ArchRule only(String home, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.parley." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> seeOnlyFloorsBelow() {
    return new ArchCondition<>("see only floors below their own") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency arrow : origin.getDirectDependenciesFromSelf()) {
          String from = room(origin);
          String to = room(arrow.getTargetClass());
          if (to.startsWith("org.parley") && !to.equals(from) && floor(to) >= floor(from)) {
            events.add(violated(arrow, arrow.getDescription()));
          }
        }
      }
    };
  }

  /** The package of the plan: {@code org.parley.web} for {@code org.parley.web.page.Home}. */
  private static String room(JavaClass type) {
    return type.getBaseComponentType()
        .getPackageName()
        .replaceFirst("^(org\\.parley\\.\\w+).*", "$1");
  }

  private static int floor(String room) {
    return Objects.requireNonNull(FLOORS.get(room), room + " is not on the plan");
  }
}
