package org.parley.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.parley.Loaded;
import org.parley.intake.Documents;
import org.parley.intake.Submissions;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.store.Store;
import org.parley.web.guard.Quota;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** This package on its own, over two invented countries and a few queries. */
@EnableAutoConfiguration
@ComponentScan("org.parley.web")
class Served {

  @Bean
  Store store() {
    DatasetGraph data =
        RDFDataMgr.loadDatasetGraph("src/test/resources/org/parley/web/two-countries.trig");
    Map<Node, Graph> contents = new HashMap<>();
    data.listGraphNodes().forEachRemaining(name -> contents.put(name, data.getGraph(name)));
    Store store = Store.inMemory();
    var unused = store.replace(contents, Set.of());
    return store;
  }

  @Bean
  Documents documents() {
    return Documents.in(null);
  }

  @Bean
  Submissions submissions(Store store, Documents documents) {
    return new Submissions(store, Loaded.sources(), documents, 4);
  }

  @Bean
  WriteToken token() {
    return new WriteToken(null);
  }

  @Bean
  Quota quota() {
    return Quota.UNBOUNDED;
  }

  @Bean
  Answers answers(Store store) {
    return new Answers(store, Duration.ofSeconds(30));
  }

  @Bean
  Catalogue catalogue() throws java.io.IOException {
    Path folder = Files.createTempDirectory("queries");
    Files.writeString(
        folder.resolve("names.rq"),
        """
        # title: Names <of> things
        # description: The names of a thing.
        # param thing: iri = actor/ruritania - the thing
        # param least: integer optional - not used
        # example guard: thing=actor/o-connor-s-guard
        SELECT ?thing ?name
        WHERE { ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?name FILTER (!BOUND(?least) || ?least > 0) }
        ORDER BY ?name
        """);
    Files.writeString(
        folder.resolve("known.rq"),
        """
        # title: Is it known?
        # description: Whether anything is said of a thing.
        # param thing: iri required - the thing
        # example: thing=actor/ruritania
        ASK { ?thing ?property ?value }
        """);
    Files.writeString(
        folder.resolve("formulas.rq"),
        """
        # title: Formulas
        # description: Text that a spreadsheet would run, and numbers that it should not take for it.
        SELECT ?text {
          VALUES ?text { "=1+1" "+1" "-1" "@A1" "\\t=1" "plain" "=1"@en "1-1" -1 -1.5 "-x"^^<urn:type> "-x"^^<http://www.w3.org/2001/XMLSchema#integer> "" }
        }
        """);
    Files.writeString(
        folder.resolve("huge.rq"),
        """
        # title: Huge
        # description: A hundred thousand rows, of 64 MB in all where they are fat.
        # param fat: boolean = false - whether they are
        SELECT ?a ?text {
          VALUES ?a { 0 1 2 3 4 5 6 7 8 9 } VALUES ?b { 0 1 2 3 4 5 6 7 8 9 }
          VALUES ?c { 0 1 2 3 4 5 6 7 8 9 } VALUES ?d { 0 1 2 3 4 5 6 7 8 9 }
          VALUES ?e { 0 1 2 3 4 5 6 7 8 9 }
          BIND ("12345678901234567890123456789012345678901234567890123456789012345678901234567890" AS ?x)
          BIND (IF(?fat, CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x), "") AS ?text)
        }
        """);
    Files.writeString(
        folder.resolve("links.rq"),
        """
        # title: Links
        # description: Where things link to on the web.
        CONSTRUCT WHERE { ?thing <http://www.w3.org/2002/07/owl#sameAs> ?other }
        """);
    return Catalogue.read(folder);
  }
}
