package org.parley.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterBindingTest {
  private static final String DATA =
      """
      PREFIX : <http://example.org/>
      PREFIX actor: <https://w3id.org/parley/id/actor/>
      :m1 :with actor:ruritania ; :day 1 ; :note "a\\"} DROP" .
      :m2 :with actor:ruritania ; :day 2 .
      :m3 :with actor:graustark ; :day 3 .
      """;

  private static final String HEADER =
      """
      # title: t
      # description: d
      # param who: iri optional - w
      # param day: integer optional - d
      # param note: string optional - n
      PREFIX : <http://example.org/>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?m { ?m :with ?who }",
        "SELECT ?m { ?m :with ?w FILTER(!BOUND(?who) || ?w = ?who) }",
        "SELECT ?m { { ?m :with ?w FILTER(!BOUND(?who) || ?w = ?who) } UNION { ?m :none ?who } }",
        "SELECT ?m { { SELECT ?m { ?m :with ?w FILTER(!BOUND(?who) || ?w = ?who) } } }",
        "SELECT ?m { ?m :day ?n FILTER EXISTS { ?m :with ?w FILTER(!BOUND(?who) || ?w = ?who) } }",
        "SELECT ?m { ?m :day ?n OPTIONAL { ?m :with ?w FILTER(?w = ?who) } FILTER(!BOUND(?who) ||"
            + " BOUND(?w)) }",
        "SELECT ?m { ?m :day ?n MINUS { ?m :with ?w FILTER(BOUND(?who) && ?w != ?who) } }",
        "SELECT ?m { { SELECT ?m { ?m :with ?w } GROUP BY ?m HAVING (!BOUND(?who) || SAMPLE(?w) ="
            + " ?who) } }",
        "SELECT ?m { ?m :with ?w } GROUP BY ?m HAVING (!BOUND(?who) || SAMPLE(?w) = ?who)",
      })
  void setsAParameterWhereverItStands(String text) {
    CatalogueQuery query = CatalogueQuery.read("q.rq", HEADER + text + " # ?who ?day ?note");
    assertThat(answer(query.bind(Map.of())))
        .containsExactly("http://example.org/m1", "http://example.org/m2", "http://example.org/m3");
    assertThat(answer(query.bind(Map.of("who", List.of("actor/ruritania")))))
        .containsExactly("http://example.org/m1", "http://example.org/m2");
    assertThat(
            answer(
                query.bind(Map.of("who", List.of("https://w3id.org/parley/id/actor/graustark")))))
        .containsExactly("http://example.org/m3");
    assertThat(answer(query.bind(Map.of("who", List.of("actor/zenda"))))).isEmpty();
  }

  @Test
  void boundsASubqueryByItsParameterFirst() {
    CatalogueQuery query =
        CatalogueQuery.read(
            "q.rq",
            HEADER
                + "SELECT ?m { { SELECT ?m ?who { ?m :with ?who } ORDER BY ?m LIMIT 1 } } # ?day"
                + " ?note");
    assertThat(answer(query.bind(Map.of("who", List.of("actor/graustark")))))
        .containsExactly("http://example.org/m3");
  }

  @Test
  void takesTextAsText() {
    CatalogueQuery query =
        CatalogueQuery.read("q.rq", HEADER + "SELECT ?m { ?m :note ?note } # ?who ?day");
    assertThat(answer(query.bind(Map.of("note", List.of("a\"} DROP")))))
        .containsExactly("http://example.org/m1");
    assertThat(answer(query.bind(Map.of("note", List.of("\" } #"))))).isEmpty();
  }

  @Test
  void takesAnEmptyValueForNone() {
    CatalogueQuery query =
        CatalogueQuery.read("q.rq", HEADER + "SELECT ?m { ?m :day ?day } # ?who ?note");
    assertThat(answer(query.bind(Map.of("day", List.of(""))))).hasSize(3);
    assertThat(answer(query.bind(Map.of("day", List.of("2")))))
        .containsExactly("http://example.org/m2");
  }

  @ParameterizedTest
  @CsvSource({
    "who,  russia",
    "who,  actor/../x",
    "who,  actor/a b",
    "who,  ftp://example.org/a",
    "who,  http://example.org/<a>",
    "who,  javascript:alert(1)",
    "day,  2025-11-12",
    "day,  1.5",
    "day,  99999999999999999999",
    "note, 'a\nb'",
  })
  void refusesAValueOfAnotherType(String parameter, String value) {
    CatalogueQuery query =
        CatalogueQuery.read("q.rq", HEADER + "SELECT ?m { ?m :day ?day } # ?who ?note");
    assertThatThrownBy(() -> query.bind(Map.of(parameter, List.of(value))))
        .isInstanceOfSatisfying(
            BadParameter.class, bad -> assertThat(bad.parameter()).isEqualTo(parameter))
        .hasMessageContaining("must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://en.wikipedia.org/wiki/Türkiye",
        "http://www.wikidata.org/entity/Q159",
        "urn:isbn:0140449132",
        "meeting/istanbul-2025-07-23",
        "proposition/a--b--c"
      })
  void acceptsIris(String value) {
    assertThat(ParameterType.IRI.read(value)).isPresent();
  }

  @Test
  void refusesWhatIsUnknownRepeatedOrMissing() {
    CatalogueQuery query =
        CatalogueQuery.read(
            "q.rq",
            HEADER.replace("iri optional - w", "iri required - w\n# example: who=actor/a")
                + "SELECT ?m { ?m :day ?day ; ?who ?note}");
    assertThatThrownBy(() -> query.bind(Map.of("where", List.of("x"))))
        .isInstanceOf(BadParameter.class)
        .hasMessage("'q' has no parameter 'where'. It has: who, day, note.");
    assertThatThrownBy(() -> query.bind(Map.of("who", List.of("actor/a", "actor/b"))))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("2 times");
    assertThatThrownBy(() -> query.bind(Map.of())).hasMessageContaining("'who' is missing");
    assertThatThrownBy(() -> query.bind(Map.of("who", List.of(""))))
        .hasMessageContaining("'who' is missing");
  }

  private static List<String> answer(Query query) {
    List<String> found = new ArrayList<>();
    var data = RDFParser.fromString(DATA, Lang.TURTLE).toDatasetGraph();
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      RowSet rows = execution.select();
      rows.forEachRemaining(row -> found.add(row.get("m").getURI()));
    }
    return found.stream().sorted().toList();
  }
}
