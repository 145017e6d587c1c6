package org.parley.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Loaded;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/** What a real reasoner, HermiT, makes of the ontology alone and with the data. */
class ReasonerTest {

  @Test
  void ontologyIsConsistentAndKeepsToBothProfiles() throws Exception {
    assertThat(Reasoner.verdicts(ontology(), List.of()))
        .containsExactly("unread 0", "consistent true", "dl violations 0", "rl violations 0");
  }

  @Test
  void ontologyRegisterStatementsAndFactsAreConsistent(@TempDir Path directory) throws Exception {
    List<Path> parts = new ArrayList<>();
    for (String graph :
        List.of(
            "register", "statements", "facts", "document/000", "document/001", "document/004")) {
      Path part = directory.resolve(graph.replace('/', '-') + ".ttl");
      try (OutputStream out = Files.newOutputStream(part)) {
        Loaded.store()
            .read(
                () -> {
                  RdfWriter.write(
                      RdfFormat.TURTLE,
                      Loaded.store()
                          .dataset()
                          .find(Vocab.graph(graph), Node.ANY, Node.ANY, Node.ANY),
                      Prefixes.ALL,
                      out);
                  return true;
                });
      }
      parts.add(part);
    }
    List<String> verdicts = Reasoner.verdicts(ontology(), parts);
    assertThat(verdicts).contains("unread 0", "consistent true");
    assertThat(verdicts).noneMatch(line -> line.startsWith("unsatisfiable"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void contradictionIsCaught(Path file) throws Exception {
    assertThat(Reasoner.verdicts(ontology(), List.of(file))).contains("consistent false");
  }

  @Test
  void eachVerdictCanBeBad(@TempDir Path directory) throws Exception {
    Path planted =
        Files.writeString(
            directory.resolve("planted.ttl"),
            """
            @prefix : <urn:planted#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <urn:planted> a owl:Ontology .
            :Meeting a owl:Class .
            :Plan a owl:Class ; owl:disjointWith :Meeting .
            :Both a owl:Class ; rdfs:subClassOf :Meeting , :Plan .
            :day a owl:DatatypeProperty ; rdfs:range xsd:date .
            :proposition rdf:subject :Meeting .
            """);
    Path contradiction =
        Files.writeString(
            directory.resolve("contradiction.ttl"),
            """
            @prefix : <urn:planted#> .

            :paris a :Meeting , :Plan .
            """);

    assertThat(Reasoner.verdicts(List.of(planted), List.of()))
        .contains("unread 1", "consistent true", "unsatisfiable urn:planted#Both")
        .anyMatch(line -> line.startsWith("dl Use of undeclared datatype: xsd:date"))
        .anyMatch(line -> line.startsWith("rl Use of data range not in profile: xsd:date"));
    assertThat(Reasoner.verdicts(List.of(), List.of(planted, contradiction)))
        .contains("consistent false");
  }

  private static List<Path> ontology() throws IOException {
    return find("ontology/*.ttl");
  }

  static List<Path> contradictions() throws IOException {
    return find("ontology/examples/**/contradiction-*.ttl");
  }

  private static List<Path> find(String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (var files = Files.walk(Path.of("ontology"))) {
      return files.filter(matcher::matches).sorted().toList();
    }
  }
}
