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
}
