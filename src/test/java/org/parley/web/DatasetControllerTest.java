package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.parley.store.Store;
import org.springframework.beans.factory.annotation.Autowired;

class DatasetControllerTest extends SurfaceTest {
  private static final String PREFIXES =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX schema: <https://schema.org/>
      PREFIX spdx: <http://spdx.org/rdf/terms#>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  @Autowired private Store store;

  @Test
  void theCountsAreThoseOfSparql() {
    List<List<String>> partitions =
        described(
            """
            SELECT ?of ?pattern ?n
            WHERE {
              { [] void:class ?of ; void:entities ?n . BIND ("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <%s> }" AS ?pattern) }
              UNION
              { [] void:property ?of ; void:triples ?n . BIND ("SELECT (COUNT(*) AS ?n) { ?s <%s> ?o }" AS ?pattern) }
              UNION
              { [] void:property ?of ; void:distinctSubjects ?n . BIND ("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s <%s> ?o }" AS ?pattern) }
              UNION
              { [] void:property ?of ; void:distinctObjects ?n . BIND ("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s <%s> ?o }" AS ?pattern) }
            }
            """);
    assertThat(partitions).hasSizeGreaterThan(40);
    for (List<String> row : partitions) {
      assertThat(stored(row.get(1).formatted(row.get(0)))).as("%s", row).isEqualTo(row.get(2));
    }
    assertThat(
            described(
                """
                SELECT ?triples ?subjects ?objects ?properties ?classes ?entities
                WHERE {
                  <https://w3id.org/parley/dataset> void:triples ?triples ; void:distinctSubjects ?subjects ;
                    void:distinctObjects ?objects ; void:properties ?properties ; void:classes ?classes ;
                    void:entities ?entities .
                }
                """))
        .containsExactly(
            List.of(
                stored("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
                stored("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
                stored("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
                stored("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
                stored("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"),
                stored(
                    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER STRSTARTS(STR(?s),"
                        + " 'https://w3id.org/parley/id/') }")));
  }

  @Test
  void aPartitionForEachClassAndPropertyAndALinksetForEachHost() {
    assertThat(described("SELECT (COUNT(DISTINCT ?p) AS ?n) { [] void:property ?p }"))
        .containsExactly(List.of(stored("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }")));
    assertThat(
            described(
                "SELECT ?target ?n { [] a void:Linkset ; void:linkPredicate"
                    + " <http://www.w3.org/2002/07/owl#sameAs> ; void:objectsTarget ?target ;"
                    + " void:triples ?n }"))
        .containsExactly(List.of("http://example.org/", "1"));
  }

  @Test
  void theDumpsAreThereWithTheirDigestsAndSizes() {
    List<List<String>> files =
        described(
            """
            SELECT ?url ?size ?digest
            WHERE {
              <https://w3id.org/parley/dataset> dcat:distribution ?file .
              ?file dcat:downloadURL ?url ; dcat:byteSize ?size ; dcat:mediaType ?type ;
                spdx:checksum/spdx:checksumValue ?digest .
            }
            """);
    assertThat(files).hasSize(2);
    String sums = get("/dumps/SHA256SUMS").body();
    for (List<String> file : files) {
      assertThat(file.get(0)).startsWith("http://localhost:" + port + "/dumps/");
      String path = file.get(0).substring(("http://localhost:" + port).length());
      assertThat(header(send("HEAD", path), "Content-Length")).isEqualTo(file.get(1));
      assertThat(sums).contains(file.get(2) + "  " + path.replaceFirst("^/dumps/", "") + "\n");
    }
  }

  @Test
  void saysOfWhichRevisionItIsAndWhatCanBeAsked() {
    var answer = get("/dataset", "Accept", "text/turtle");
    assertThat(described("SELECT ?v { <https://w3id.org/parley/dataset> dcat:version ?v }"))
        .containsExactly(List.of(header(answer, "Parley-Revision")));
    assertThat(described("SELECT ?t { ?q dcterms:references ?d ; dcterms:title ?t } ORDER BY ?t"))
        .containsExactly(List.of("Is it known?"), List.of("Links"), List.of("Names <of> things"));
  }

  @Test
  void thePageShowsCountsDigestsAndADataBlock() {
    var page = get("/dataset", "Accept", BROWSER);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            ">" + stored("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") + "<",
            get("/dumps/SHA256SUMS").body().substring(0, 64),
            "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org/\"",
            "\"DataDownload\"",
            "href=\"/graphs?graph=https://w3id.org/parley/graph/facts\"");
  }

  @Test
  void theWellKnownPathLeadsThere() {
    var answer = get("/.well-known/void");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/dataset");
  }

  @Test
  void aProxyIsNotBelievedUnasked() {
    assertThat(
            get(
                    "/dataset.ttl",
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Proto",
                    "https",
                    "Forwarded",
                    "host=evil.example")
                .body())
        .doesNotContain("evil.example")
        .contains("http://localhost:" + port + "/sparql");
  }

  private List<List<String>> described(String query) {
    Graph graph = RDFParser.fromString(get("/dataset.ttl").body(), Lang.TURTLE).toGraph();
    return rows(DatasetGraphFactory.wrap(graph), PREFIXES + query);
  }

  private String stored(String query) {
    return store.read(() -> rows(store.dataset(), query)).get(0).get(0);
  }

  private static List<List<String>> rows(DatasetGraph data, String text) {
    List<List<String>> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(data).query(QueryFactory.create(text)).build()) {
      var found = execution.select();
      found.forEachRemaining(
          row ->
              rows.add(found.getResultVars().stream().map(name -> text(row.get(name))).toList()));
    }
    return rows;
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
