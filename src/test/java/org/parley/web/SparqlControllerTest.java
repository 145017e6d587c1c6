package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.rdf.RdfFormat;

class SparqlControllerTest extends SurfaceTest {

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void describesItselfInEveryFormat(RdfFormat format) {
    var answer = get("/sparql", "Accept", format.mediaType());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(format.mediaType());
  }

  @Test
  void namesWhatItSpeaksAndWhatItHolds() {
    assertThat(get("/sparql", "Accept", "application/n-triples").body())
        .contains(
            "<http://www.w3.org/ns/sparql-service-description#endpoint> <http://localhost:"
                + port
                + "/sparql>",
            "sparql-service-description#SPARQL11Query",
            "sparql-service-description#UnionDefaultGraph",
            "http://www.w3.org/ns/formats/SPARQL_Results_CSV",
            "<https://w3id.org/parley/graph/facts> <http://rdfs.org/ns/void#triples> \"1\"");
  }

  @Test
  void theEditorIsAPlainFormWithTheCatalogueAsExamples() {
    var page = get("/sparql", "Accept", BROWSER);
    assertThat(page.body())
        .contains(
            "<form id=\"editor\" method=\"get\" action=\"/sparql\">",
            "SELECT ?who ?gist ?document",
            "href=\"/queries/names/editor\"",
            "href=\"/queries/known/editor?thing=actor/ruritania\"",
            "parley: &lt;https://w3id.org/parley/ontology#&gt;");
  }

  @Test
  void opensAQueryWithItsParametersSet() {
    assertThat(get("/queries/names", "Accept", BROWSER).body())
        .contains("href=\"/queries/names/editor\"");
    assertThat(get("/queries/names/editor?thing=actor/o-connor-s-guard").body())
        .contains("# Names &lt;of&gt; things", "/id/actor/o-connor-s-guard&gt;", "VALUES");
    assertThat(get("/queries/names/editor").body()).contains("/id/actor/ruritania&gt;");
    assertThat(get("/queries/links/editor").body()).contains("# title: Links");
    assertProblem(get("/queries/known/editor"), 400, "'thing' is missing");
  }

  @Test
  void filesOfAVersionAreKeptForGood() {
    var script = get(Assets.YASQE + "/yasqe.min.js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(header(script, "Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(get(Assets.YASQE + "/yasqe.min.css").statusCode()).isEqualTo(200);
    assertProblem(get("/webjars/nothing.js"), 404, "unknown-path");
  }
}
