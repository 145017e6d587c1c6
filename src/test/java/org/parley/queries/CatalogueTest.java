package org.parley.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.QueryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final String MEETINGS =
      """
      # title: Meetings, oldest first
      # description: Who met when.
      #   Undated ones come last.
      # param actor: iri optional - only meetings this actor took part in
      # param day: date = 2025-11-12 - up to this day - inclusive
      # param last: integer required - how many
      # example: last=5
      # example ukraine: actor=actor/ukraine last=1
      #
      SELECT ?meeting WHERE { ?meeting <urn:p> ?actor , ?day , ?last }
      """;

  @Test
  void readsTheHeader() {
    CatalogueQuery query = CatalogueQuery.read("queries/meetings.rq", MEETINGS);
    assertThat(query.name()).isEqualTo("meetings");
    assertThat(query.title()).isEqualTo("Meetings, oldest first");
    assertThat(query.description()).isEqualTo("Who met when. Undated ones come last.");
    assertThat(query.type()).isEqualTo(QueryType.SELECT);
    assertThat(query.parameters())
        .containsExactly(
            new Parameter(
                "actor", ParameterType.IRI, false, null, "only meetings this actor took part in"),
            new Parameter(
                "day", ParameterType.DATE, false, "2025-11-12", "up to this day - inclusive"),
            new Parameter("last", ParameterType.INTEGER, true, null, "how many"));
    assertThat(query.examples())
        .containsExactly(
            new Example("", Map.of("last", "5")),
            new Example("ukraine", Map.of("actor", "actor/ukraine", "last", "1")));
    assertThat(query.text()).isEqualTo(MEETINGS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# title: Meetings, oldest first | # titel: Meetings         | 1  | # title:",
        "# title: Meetings, oldest first | #                         | 1  | '# title: …'",
        "# description: Who met when.    | # title: Another          | 2  | '# title: …'",
        "iri optional -                  | iri maybe -               | 4  | # param NAME",
        "actor: iri                      | actor: url                | 4  | 'url' is no type",
        "param actor                     | param party               | 4  | no variable ?party",
        "param day: date                 | param actor: date         | 5  | name already",
        "param actor: iri                | param cursor: iri         | 4  | already, which pages",
        "= 2025-11-12                    | = 2025-11-31              | 5  | a day as in",
        "# example: last=5              | # example: last=five     | 7  | a whole number",
        "# example: last=5              | # example:                | 7  | is missing",
        "# example ukraine:              | # example:                | 8  | name already",
        "last=1                         | last=1 last=2           | 8  | each parameter once",
        "SELECT ?meeting                 | SELEKT ?meeting           | 10 | SELEKT",
      })
  void saysWhatIsWrongWithAFile(String right, String wrong, int line, String why) {
    assertThatThrownBy(
            () -> CatalogueQuery.read("queries/meetings.rq", MEETINGS.replace(right, wrong)))
        .isInstanceOf(BadQueryFile.class)
        .hasMessageStartingWith("queries/meetings.rq:" + line + ": ")
        .hasMessageContaining(why);
  }

  @Test
  void asksWithoutArgumentsUnlessAnExampleSaysWhich() {
    String text = MEETINGS.replace("# example: last=5\n", "");
    assertThatThrownBy(() -> CatalogueQuery.read("q.rq", text))
        .isInstanceOf(BadQueryFile.class)
        .hasMessageContaining("'last' is missing");
    assertThat(CatalogueQuery.read("q.rq", text.replace("required", "optional")).examples())
        .containsExactly(
            new Example("", Map.of()),
            new Example("ukraine", Map.of("actor", "actor/ukraine", "last", "1")));
  }

  @Test
  void findsQueriesByName(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.rq"), MEETINGS);
    Files.writeString(folder.resolve("a.rq"), MEETINGS);
    Files.writeString(folder.resolve("a.expected.tsv"), "?meeting\n");
    Catalogue catalogue = Catalogue.read(folder);
    assertThat(catalogue.queries()).extracting(CatalogueQuery::name).containsExactly("a", "b");
    assertThat(catalogue.named("b").name()).isEqualTo("b");
    assertThatThrownBy(() -> catalogue.named("c"))
        .isInstanceOf(UnknownQuery.class)
        .hasMessageContaining("'c'")
        .hasMessageContaining("a, b");
  }

  @Test
  void refusesAFileNameThatIsNoPathSegment() {
    assertThatThrownBy(() -> CatalogueQuery.read("queries/All meetings.rq", MEETINGS))
        .isInstanceOf(BadQueryFile.class);
  }
}
