package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewControllerTest extends SurfaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"/meetings;x=1", "/%6Deetings", "/documents;jsessionid=1"})
  void anAddressSpeltOddlyIsThePageItMeans(String path) {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void theFrontPageLeadsToMeetingsDocumentsAndQueries() {
    var page = get("/", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "href=\"/page/meeting/zenda\"",
            "Meeting at Zenda",
            "href=\"/page/document/7\"",
            "3 stances of 3 voices in 1 passage",
            "<strong>1</strong> document<",
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

  @Test
  void anUnknownParameterIsNamed() {
    assertProblem(get("/meetings?actor=actor/ruritania"), 400, "actor");
    assertProblem(get("/timeline?actor=Ruritania"), 400, "actor");
    assertThat(get("/timeline?actor=").statusCode()).isEqualTo(200);
  }

  @Test
  void aListOfAKindThereIsNotIsUnknown() {
    assertProblem(get("/browse/monarch"), 404, "unknown-entity");
    assertProblem(get("/browse/actor?cursor=2"), 400, "cursor");
  }

  @Test
  void namesAreEscapedAndListed() {
    assertThat(get("/browse/actor").body())
        .contains("O&#39;Connor&#39;s &quot;guard&quot;", "href=\"/page/actor/ruritania\"");
  }
}
