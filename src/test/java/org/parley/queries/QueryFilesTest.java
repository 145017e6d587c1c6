package org.parley.queries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.Loaded;
import org.parley.rdf.RdfReader;
import org.parley.rdf.ResultFormat;

/**
 * Every example of every query file has its whole answer beside it, order included: {@code
 * name.expected.tsv} or {@code name.example.expected.tsv}, {@code .ttl} where the answer is RDF. To
 * write them anew, which is then to be read as a change: {@code mvn test -Dtest=QueryFilesTest
 * -Dqueries.renew=true}.
 */
class QueryFilesTest {
  private static final Path FOLDER = Loaded.sources().queries();

  @TestFactory
  Stream<DynamicTest> answersAsExpected() {
    return Catalogue.read(FOLDER).queries().stream()
        .flatMap(
            query ->
                query.examples().stream()
                    .map(
                        example -> {
                          String file = file(query, example);
                          return dynamicTest(file, () -> check(query, example, file));
                        }));
  }

  @Test
  void expectsNothingOfExamplesThatAreNotThere() throws IOException {
    List<String> wanted = new ArrayList<>();
    Catalogue.read(FOLDER)
        .queries()
        .forEach(query -> query.examples().forEach(example -> wanted.add(file(query, example))));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allSatisfy(file -> assertThat(file.endsWith(".rq") || wanted.contains(file)).isTrue());
    }
  }

  private static String file(CatalogueQuery query, Example example) {
    return query.name()
        + (example.name().isEmpty() ? "" : "." + example.name())
        + (query.answersRdf() ? ".expected.ttl" : ".expected.tsv");
  }

  private static void check(CatalogueQuery query, Example example, String file) throws IOException {
    Path expected = FOLDER.resolve(file);
    Query bound = query.bind(example.given());
    if (Boolean.getBoolean("queries.renew") && !query.answersRdf()) {
      Files.writeString(expected, tsv(bound));
    }
    assertThat(expected).as("the expected answer, %s", file).exists();
    if (query.answersRdf()) {
      Graph answer = graph(bound);
      assertThat(answer.isIsomorphicWith(RdfReader.readGraph(expected)))
          .as("%s is isomorphic to the answer %s", file, answer)
          .isTrue();
    } else {
      assertThat(tsv(bound)).isEqualTo(Files.readString(expected));
    }
  }

  private static Graph graph(Query query) {
    return new Answers(Loaded.store(), Duration.ofMinutes(1))
        .construct(
            query,
            quads -> {
              Graph graph = GraphFactory.createDefaultGraph();
              quads.forEachRemaining(quad -> graph.add(quad.asTriple()));
              return graph;
            });
  }

  private static String tsv(Query query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Answers answers = new Answers(Loaded.store(), Duration.ofMinutes(1));
    if (query.isAskType()) {
      ResultFormat.write(ResultFormat.TSV, answers.ask(query), out);
      return out.toString(UTF_8);
    }
    return answers.select(
        query,
        rows -> {
          ResultFormat.write(ResultFormat.TSV, rows, out);
          return out.toString(UTF_8);
        });
  }

  @Test
  void theCatalogueAnswersAtLeastTheseQuestions() {
    assertThat(Catalogue.read(FOLDER).queries().stream().map(CatalogueQuery::name))
        .contains(
            "meetings",
            "actors",
            "demands",
            "offers",
            "roles",
            "timeline",
            "disputes",
            "corroboration",
            "blame",
            "stances",
            "evidence",
            "life",
            "positions",
            "as-of-events",
            "as-of-reports",
            "chains",
            "mentions");
  }
}
