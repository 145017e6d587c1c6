package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFormatTest {

  private static final String ROWS =
      """
      SELECT ?who ?n ?note {
        VALUES (?who ?n ?note) {
          (<http://a.org/b> 2 "Зеленський, \\"B\\""@uk)
          (UNDEF 1.50 "=1+1")
        }
      }
      """;

  @Test
  void plainRowsHaveNumbersBooleansAndNulls() {
    assertThat(write(ResultFormat.ROWS, ROWS))
        .isEqualTo(
            "[{\"who\":\"http://a.org/b\",\"n\":2,\"note\":\"Зеленський, \\\"B\\\"\"},"
                + "{\"who\":null,\"n\":1.5,\"note\":\"=1+1\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | 7",
        "'07'^^xsd:integer | 7",
        "12345678901234567890123 | 12345678901234567890123",
        "'5'^^xsd:nonNegativeInteger | 5",
        "0.10 | 0.1",
        "1.5e3 | 1500.0",
        "'1.5'^^xsd:float | 1.5",
        "'NaN'^^xsd:double | \"NaN\"",
        "'-INF'^^xsd:double | \"-INF\"",
        "'INF'^^xsd:float | \"INF\"",
        "'many'^^xsd:integer | \"many\"",
        "true | true",
        "'0'^^xsd:boolean | false",
        "'2025-07-23'^^xsd:date | \"2025-07-23\"",
        "'PT40M'^^xsd:duration | \"PT40M\"",
        "'2025'^^xsd:gYear | \"2025\"",
        "'</script>' | \"</script>\"",
      })
  void plainRowsKeepTheValue(String term, String json) {
    String values = "SELECT ?x { VALUES ?x { " + term + " } }";
    assertThat(write(ResultFormat.ROWS, "PREFIX xsd: <" + XSD.NS + "> " + values))
        .isEqualTo("[{\"x\":" + json + "}]");
  }

  @Test
  void csvIsTheW3cs() {
    assertThat(write(ResultFormat.CSV, ROWS).split("\r\n", -1))
        .containsExactly(
            "who,n,note", "http://a.org/b,2,\"Зеленський, \"\"B\"\"\"", ",1.50,=1+1", "");
  }

  @Test
  void tsvIsTheW3cs() {
    assertThat(write(ResultFormat.TSV, ROWS).split("\n", -1))
        .containsExactly(
            "?who\t?n\t?note",
            "<http://a.org/b>\t2\t\"Зеленський, \\\"B\\\"\"@uk",
            "\t1.50\t\"=1+1\"",
            "");
  }

  @Test
  void jsonIsTheW3cs() {
    assertThat(write(ResultFormat.JSON, ROWS))
        .contains("\"vars\": [ \"who\" , \"n\" , \"note\" ]")
        .contains("\"xml:lang\": \"uk\"");
  }

  @Test
  void xmlIsTheW3cs() {
    assertThat(write(ResultFormat.XML, ROWS))
        .contains("<variable name=\"who\"/>")
        .contains("<uri>http://a.org/b</uri>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "JSON | \"boolean\" : true",
        "XML | <boolean>true</boolean>",
        "CSV | true",
        "TSV | true",
        "ROWS | [{\"boolean\":true}]",
      })
  void answersYes(ResultFormat format, String expected) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultFormat.write(format, true, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(expected);
  }

  @Test
  void xmlBreaksOffRatherThanBecomeUnreadable() {
    String query = "SELECT ?x { VALUES ?x { 'bell\\u0007' } }";
    assertThatExceptionOfType(UnwritableRow.class)
        .isThrownBy(() -> write(ResultFormat.XML, query))
        .withMessageContaining("row 1, ?x");
    assertThat(write(ResultFormat.CSV, query)).contains("bell\u0007");
  }

  @ParameterizedTest
  @EnumSource
  void streams(ResultFormat format) {
    Var x = Var.alloc("x");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> written = new ArrayList<>();
    RowSet rows =
        RowSet.create(
            QueryIterPlainWrapper.create(
                IntStream.range(0, 20_000)
                    .peek(i -> written.add(out.size()))
                    .mapToObj(i -> BindingFactory.binding(x, NodeFactory.createURI("a:" + i)))
                    .iterator()),
            List.of(x));
    ResultFormat.write(format, rows, out);
    assertThat(written).hasSize(20_000);
    assertThat(written.getLast()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheStreamOpenAndReportsItsFailure(ResultFormat format) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> write(format, ROWS, broken))
        .withMessageContaining("gone");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ResultFormat.write(format, true, broken))
        .withMessageContaining("gone");
  }

  @Test
  void eachHasItsOwnNameAndEnding() {
    assertThat(Arrays.stream(ResultFormat.values()).map(ResultFormat::mediaType))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(ResultFormat.values()).map(ResultFormat::extension))
        .containsExactly("srj", "srx", "csv", "tsv", "json");
  }

  private static String write(ResultFormat format, String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(format, query, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(ResultFormat format, String query, OutputStream out) {
    try (QueryExec exec = QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
      ResultFormat.write(format, exec.select(), out);
    }
  }
}
