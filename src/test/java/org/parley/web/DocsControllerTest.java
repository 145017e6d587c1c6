package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocsControllerTest extends SurfaceTest {

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void isOpenApi() {
    var read = new OpenAPIV3Parser().readContents(get("/openapi.json").body(), null, null);
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    assertThat(document().path("paths").findValuesAsString("operationId"))
        .doesNotHaveDuplicates()
        .contains("names", "known", "queryCatalogue", "entityData", "sparqlPost");
  }

  @Test
  void hasEveryMappingOfAController() {
    JsonNode paths = document().path("paths");
    assertThat(
            requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(OpenApi::gets)
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll(":[^}]*", "")))
        .contains("/data/{kind}/{slug}", "/queries/{name}.{extension}", "/")
        .allSatisfy(path -> assertThat(paths.has(path)).as(path).isTrue());
    assertThat(paths.has("/error")).isFalse();
    JsonNode data = paths.path("/data/{kind}/{slug}").path("get").path("parameters");
    assertThat(data.findValuesAsString("name")).containsExactly("kind", "slug");
    assertThat(data.findValuesAsString("in")).containsExactly("path", "path");
  }

  @Test
  void describesAQueryByItsHeader() {
    JsonNode names = document().at("/paths/~1queries~1names/get");
    assertThat(names.path("summary").asString()).isEqualTo("Names <of> things");
    JsonNode thing = names.at("/parameters/0");
    assertThat(thing.at("/schema/default").asString()).isEqualTo("actor/ruritania");
    assertThat(thing.at("/examples/guard/value").asString()).isEqualTo("actor/o-connor-s-guard");
    assertThat(names.at("/parameters/1/schema/type").asString()).isEqualTo("integer");
    assertThat(names.at("/parameters").findValuesAsString("$ref"))
        .containsExactly(
            "#/components/parameters/limit",
            "#/components/parameters/cursor",
            "#/components/parameters/revision");
    assertThat(names.path("responses").propertyNames())
        .contains("200", "304", "400", "406", "410", "503");
    assertThat(names.at("/responses/200/content").propertyNames())
        .contains("text/csv", "application/json", "text/html");
    assertThat(
            names
                .at("/responses/200/content/application~1json/schema/items/properties")
                .propertyNames())
        .containsExactly("thing", "name");
  }

  @Test
  void everyExampleOfAQueryIsAnswered() {
    List<String> asked = new ArrayList<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getKey().startsWith("/queries/") && !path.getKey().contains("{")) {
                JsonNode parameters = path.getValue().at("/get/parameters");
                examples(parameters)
                    .forEach(example -> asked.add(path.getKey() + arguments(parameters, example)));
              }
            });
    assertThat(asked)
        .contains("/queries/known?thing=actor/ruritania")
        .allSatisfy(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
  }

  @Test
  void showsEverythingWithoutScripts() {
    var page = get("/docs", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<details id=\"names\">",
            "action=\"/queries/names\"",
            "value=\"actor/o-connor-s-guard\"",
            "/data/{kind}/{slug}")
        .doesNotContain("<script>", "style=\"");
  }

  private JsonNode document() {
    return JsonMapper.shared().readTree(get("/openapi.json").body());
  }

  private static Set<String> examples(JsonNode parameters) {
    Set<String> names = new TreeSet<>(Set.of("default"));
    parameters.forEach(parameter -> names.addAll(parameter.path("examples").propertyNames()));
    return names;
  }

  private static String arguments(JsonNode parameters, String example) {
    StringBuilder arguments = new StringBuilder();
    for (JsonNode parameter : parameters) {
      JsonNode value = parameter.path("examples").path(example).path("value");
      if (!value.isMissingNode()) {
        arguments.append(arguments.isEmpty() ? "?" : "&");
        arguments.append(parameter.path("name").asString()).append("=").append(value.asString());
      }
    }
    return arguments.toString();
  }
}
