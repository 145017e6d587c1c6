package org.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Store;

/** Generated tables: always the same, and faultless. */
class GeneratorTest {

  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameTable() throws IOException {
    assertThat(table(200, 7)).isEqualTo(table(200, 7)).isNotEqualTo(table(200, 8));
    assertThat(table(200, 7)).startsWith(table(100, 7)).hasLineCount(200);
  }

  @Test
  void everyRowCanBeTaken() throws IOException {
    try (Store store = Tables.store()) {
      Receipt receipt = Tables.take(store, Tables.write(folder, table(1_000, 1)), "icews");
      assertThat(receipt.tally().wrong()).isZero();
      assertThat(receipt.tally().read()).isEqualTo(1_000);
      assertThat(receipt.tally().taken()).containsKeys("Conversation", "Demand", "Refusal");
    }
  }

  private static String table(long events, long seed) throws IOException {
    StringWriter out = new StringWriter();
    Generator.write(events, seed, out);
    return out.toString();
  }
}
