package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaOrgTest extends SurfaceTest {
  private static final Pattern BLOCK =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void anEntitysPageTellsItsPlainFacts() {
    JsonNode meeting = block("/page/meeting/zenda").at("/@graph/0");
    assertThat(meeting.at("/@id").asString()).isEqualTo("https://w3id.org/parley/id/meeting/zenda");
    assertThat(meeting.at("/@type/0").asString()).isEqualTo("Event");
    assertThat(meeting.at("/name/0/@value").asString()).isEqualTo("Meeting at Zenda");
    assertThat(meeting.at("/location/0/@id").asString())
        .isEqualTo("https://w3id.org/parley/id/place/zenda");
  }

  @Test
  void noLabelEndsTheBlock() {
    JsonNode state = block("/page/actor/ruritania").at("/@graph/0");
    assertThat(state.at("/@type/0").asString()).isEqualTo("GovernmentOrganization");
    assertThat(state.at("/alternateName").toString())
        .contains("</script><script>alert('y')</script>");
  }

  @Test
  void whatIsNoThingOfSchemaOrgHasNone() {
    assertThat(get("/page/stance/blame").body()).doesNotContain("<script type=\"application");
  }

  private JsonNode block(String path) {
    String page = get(path, "Accept", BROWSER).body();
    var block = BLOCK.matcher(page);
    assertThat(block.find()).as(page).isTrue();
    return JsonMapper.shared().readTree(block.group(1));
  }
}
