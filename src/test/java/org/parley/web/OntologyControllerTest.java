package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.beans.factory.annotation.Autowired;

class OntologyControllerTest extends SurfaceTest {
  @Autowired private Store store;

  @Test
  void thePageDocumentsEveryTermWithItsUse() {
    var page = get("/ontology", "Accept", BROWSER);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Two countries",
            "id=\"State\"",
            "href=\"#State\"",
            "A state with its government.",
            "Ruritania.",
            "lang=\"uk\">держава",
            "href=\"/ontology#Actor\"",
            "href=\"https://schema.org/GovernmentOrganization\"",
            ">1 thing<",
            ">1 triple<");
    String venue = page.body().substring(page.body().indexOf("id=\"venue\""));
    assertThat(venue).contains("1 triple", "1 times as object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ontology", "shapes"})
  void theRdfIsTheGraph(String name) {
    var answer = get("/" + name, "Accept", "text/turtle");
    assertThat(header(answer, "Content-Location")).isEqualTo("/" + name + ".ttl");
    assertThat(answer.headers().allValues("Link"))
        .contains("</" + name + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"");
    Graph read =
        RDFParser.fromString(answer.body(), RdfFormat.TURTLE.lang().orElseThrow()).toGraph();
    boolean same =
        store.read(() -> read.isIsomorphicWith(store.dataset().getGraph(Vocab.graph(name))));
    assertThat(same).as(answer.body()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void everyFormatHasItsSuffix(RdfFormat format) {
    for (String name : new String[] {"/ontology", "/shapes", "/dataset"}) {
      var answer = get(name + "." + format.extension());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).startsWith(format.mediaType());
      assertThat(header(get(name, "Accept", format.mediaType()), "ETag"))
          .isEqualTo(header(answer, "ETag"));
    }
  }

  @Test
  void shapesArePrintedWithTheirMessages() {
    assertThat(get("/shapes", "Accept", BROWSER).body())
        .contains("A state leads nobody.", "href=\"/ontology#State\"", "parley:leads");
  }

  @Test
  void whatThereIsNotIsAProblem() {
    assertProblem(get("/ontology.exe"), 404, ".ttl");
    assertProblem(get("/shapes", "Accept", "image/png"), 406, "text/turtle");
  }
}
