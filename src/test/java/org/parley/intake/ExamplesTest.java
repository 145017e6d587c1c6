package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.Loaded;
import org.parley.rdf.RdfReader;
import org.parley.shapes.Finding;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/**
 * The examples beside the ontology. Together the valid ones are faultless; each invalid one, added
 * to them, is found out by exactly the shapes and checks that its header names; each planted one
 * makes or unmakes the facts that its header names.
 */
class ExamplesTest {

  private static final Sources SOURCES = Loaded.sources();
  private static final Path ONTOLOGY = SOURCES.root().resolve("ontology");

  @Test
  void validExamplesAreFaultless() throws IOException {
    assertThat(findings(valid())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> invalidExamplesAreFoundOut() throws IOException {
    DatasetGraph valid = valid();
    return find("examples/*/invalid-*.trig").stream()
        .map(
            file ->
                dynamicTest(
                    ONTOLOGY.relativize(file).toString(),
                    () -> {
                      List<Finding> findings = findings(with(valid, file));
                      assertThat(findings)
                          .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
                      assertThat(findings.stream().map(Finding::rule).collect(Collectors.toSet()))
                          .isNotEmpty()
                          .isEqualTo(header(file, "fails"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> plantedStancesMakeAndUnmakeFacts() throws IOException {
    DatasetGraph valid = valid();
    return find("examples/*/planted-*.trig").stream()
        .map(
            file ->
                dynamicTest(
                    ONTOLOGY.relativize(file).toString(),
                    () -> {
                      DatasetGraph planted = with(valid, file);
                      assertThat(findings(planted)).isEmpty();
                      Set<String> keeps = header(file, "keeps");
                      Set<String> drops = header(file, "drops");
                      assertThat(keeps.size() + drops.size()).isPositive();
                      assertThat(keeps).allMatch(triple -> isFact(planted, triple));
                      assertThat(drops).noneMatch(triple -> isFact(planted, triple));
                    }));
  }

  @Test
  void everyShapeAndEveryCheckIsSeenToBite() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (Path file : find("examples/*/invalid-*.trig")) {
      seen.addAll(header(file, "fails"));
    }
    assertThat(seen)
        .containsAll(find("checks/*.rq").stream().map(f -> f.getFileName().toString()).toList());
    DatasetGraph valid = valid();
    String shapes =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?shape { GRAPH <%s> { ?shape sh:message ?message } FILTER (isIRI(?shape)) }
        """
            .formatted(Vocab.graph("shapes"));
    Set<String> declared =
        Txn.calculateRead(
            valid,
            () -> {
              Set<String> iris = new TreeSet<>();
              try (QueryExec execution = QueryExec.dataset(valid).query(shapes).build()) {
                execution.select().forEachRemaining(row -> iris.add(row.get("shape").getURI()));
              }
              return iris;
            });
    assertThat(seen).containsAll(declared);
  }

  static List<Finding> findings(DatasetGraph data) {
    return Txn.calculateWrite(
        data,
        () -> {
          GraphUtil.addInto(data.getGraph(Vocab.graph("facts")), new Derivation(SOURCES).all(data));
          return Staging.findings(SOURCES, data);
        });
  }

  private static boolean isFact(DatasetGraph data, String triple) {
    String ask =
        Prefixes.ALL.entrySet().stream()
                .map(prefix -> "PREFIX %s: <%s>\n".formatted(prefix.getKey(), prefix.getValue()))
                .collect(Collectors.joining())
            + "ASK { GRAPH graph:facts { "
            + triple
            + " } }";
    return Txn.calculateRead(
        data,
        () -> {
          try (QueryExec execution = QueryExec.dataset(data).query(ask).build()) {
            return execution.ask();
          }
        });
  }

  static DatasetGraph valid() throws IOException {
    return valid(find("examples/*/valid-*.trig"));
  }

  private static DatasetGraph valid(List<Path> examples) throws IOException {
    DatasetGraph data = empty();
    Graph ontology = RdfReader.readGraph(ONTOLOGY.resolve("parley.ttl"));
    List<Path> shapes = find("shapes/*.ttl");
    assertThat(examples).isNotEmpty();
    Txn.executeWrite(
        data,
        () -> {
          GraphUtil.addInto(data.getGraph(Vocab.graph("ontology")), ontology);
          for (Path shape : shapes) {
            GraphUtil.addInto(data.getGraph(Vocab.graph("shapes")), RdfReader.readGraph(shape));
          }
          examples.forEach(file -> RdfReader.read(file, StreamRDFLib.dataset(data)));
        });
    return data;
  }

  /** The valid ones, but for the bundle of a document. */
  static DatasetGraph withoutBundle() throws IOException {
    return valid(
        find("examples/*/valid-*.trig").stream()
            .filter(file -> !file.endsWith("valid-bundle.trig"))
            .toList());
  }

  private static DatasetGraph with(DatasetGraph base, Path file) {
    DatasetGraph data = empty();
    Txn.executeWrite(
        data,
        () -> {
          Txn.executeRead(base, () -> base.stream().forEach(data::add));
          RdfReader.read(file, StreamRDFLib.dataset(data));
        });
    return data;
  }

  private static DatasetGraph empty() {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    data.getContext().set(TDB2.symUnionDefaultGraph, true);
    return data;
  }

  /** What the comment lines at the head of a file say under a key, one line each. */
  private static Set<String> header(Path file, String key) throws IOException {
    String start = "# " + key + ": ";
    return Files.readAllLines(file).stream()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> find(String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.walk(ONTOLOGY)) {
      return files.filter(file -> matcher.matches(ONTOLOGY.relativize(file))).sorted().toList();
    }
  }
}
