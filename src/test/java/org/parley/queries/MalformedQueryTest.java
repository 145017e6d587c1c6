package org.parley.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ASK {                         | 1 |  5 | it ends here, where one of these may stand:"
            + " <IRIref>",
        "SELECT * {¶ ?s ?p ?o ¶ )      | 3 |  2 | `)`, where one of these may stand:",
        "SELEC * {}                    | 1 |  6 | unreadable after `SELEC`",
        "SELECT Київ                   | 1 | 12 | unreadable after `Київ`",
        "SELECT * { ?s ?p 'Ї\u202eb      | 1 | 22 | Ї\\u202eb`",
        "SELECT * { ?s ?p 'abc }       | 1 | 24 | Close the string",
        "SELECT * {¶ ?s ex:p ?o }      | 2 |  5 | Put PREFIX ex: <…> before the query",
        "ASK {} ASK {}                 | 1 |  8 | `ASK`, where one of these may stand: (the end)",
        "INSERT DATA { <s> <p> <o> }   | 1 |  1 | `INSERT DATA`, where one of these may stand",
        "SELECT * { LATERAL { } }      | 1 | 19 | unreadable after `LATERAL`",
        "SELECT ?x { } GROUP BY ?s     | 0 |  0 | Non-group key variable in SELECT: ?x",
        "SELECT (1 AS ?n) (2 AS ?n) {} | 0 |  0 | Duplicate variable",
      })
  void saysWhereAndWhat(String text, int line, int column, String why) {
    MalformedQuery fault = fault(text.replace('¶', '\n'));

    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault).hasMessageContaining(why);
    if (line > 0) {
      assertThat(fault).hasMessageStartingWith("Line %d, column %d of the query:", line, column);
    }
  }

  @Test
  void anEmptyTextIsNoQuery() {
    assertThat(fault(" \n ")).hasMessageContaining("it ends here");
  }

  @Test
  void deepNestingIsAFaultOfTheQuery() {
    int depth = 30_000;
    assertThat(fault("ASK " + "{".repeat(depth) + "}".repeat(depth)))
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void relativeIrisAreEntities() {
    assertThat(MalformedQuery.parse("DESCRIBE <actor/russia>").getResultURIs())
        .singleElement()
        .hasToString("https://w3id.org/parley/id/actor/russia");
  }

  private static MalformedQuery fault(String text) {
    return catchThrowableOfType(MalformedQuery.class, () -> MalformedQuery.parse(text));
  }
}
