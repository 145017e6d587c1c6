package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.StringReader;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.junit.jupiter.api.Test;

class ContextControllerTest extends SurfaceTest {

  @Test
  void aDocumentThatUsesItIsTheRightTriples() {
    var context = get("/context.jsonld");
    assertThat(header(context, "Content-Type")).isEqualTo("application/ld+json");
    JsonLdOptions options =
        new JsonLdOptions((url, unused) -> JsonDocument.of(new StringReader(context.body())));
    Graph read =
        RDFParser.fromString(
                """
                {
                  "@context": "https://example.org/context.jsonld",
                  "id": "entity:meeting/zenda",
                  "type": "Meeting",
                  "venue": "entity:place/zenda",
                  "prefLabel": {"en": "Zenda", "uk": "Зенда"},
                  "gist": {"en": "They met."},
                  "position": "1"
                }
                """,
                Lang.JSONLD11)
            .context(
                new org.apache.jena.sparql.util.Context().set(LangJSONLD11.JSONLD_OPTIONS, options))
            .toGraph();
    Graph expected =
        RDFParser.fromString(
                """
                PREFIX parley: <https://w3id.org/parley/ontology#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                <https://w3id.org/parley/id/meeting/zenda> a parley:Meeting ;
                  parley:venue <https://w3id.org/parley/id/place/zenda> ;
                  skos:prefLabel "Zenda"@en , "Зенда"@uk ;
                  parley:gist "They met."@en ;
                  parley:position 1 .
                """,
                Lang.TURTLE)
            .toGraph();
    assertThat(read.isIsomorphicWith(expected)).as(read.toString()).isTrue();
  }

  @Test
  void eachVersionHasAPathThatNeverChanges() {
    var present = get("/context.jsonld");
    var fixed = get("/context/0.1.jsonld");
    assertThat(header(present, "Content-Location")).isEqualTo("/context/0.1.jsonld");
    assertThat(fixed.body()).isEqualTo(present.body());
    assertThat(header(present, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(fixed, "Cache-Control")).contains("immutable");
    assertProblem(get("/context/0.0.jsonld"), 404, "The present one is 0.1");
  }
}
