package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontControllerTest extends SurfaceTest {

  @Test
  void leadsToMeetingsDocumentsAndQueries() {
    var page = get("/", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "href=\"/page/meeting/zenda\"",
            "Meeting at Zenda",
            "href=\"/page/document/7\"",
            "3 stances",
            "href=\"/queries\"",
            "href=\"/sparql?query=");
  }

  @Test
  void sparqlWithoutAQueryIsAForm() {
    var page = get("/sparql", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<textarea", "SELECT ?who", "action=\"/sparql\"");
    assertThat(get("/sparql", "Accept", "text/csv").statusCode()).isEqualTo(406);
  }
}
