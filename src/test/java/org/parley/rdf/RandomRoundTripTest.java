package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeded random data through every format and back, to isomorphism. */
class RandomRoundTripTest {

  /** Formats that cannot say everything that RDF 1.1 can. */
  private static final Set<RdfFormat> LIMITED =
      Set.of(RdfFormat.RDFXML, RdfFormat.TRIX, RdfFormat.JSONLD);

  @ParameterizedTest
  @EnumSource
  void writesAndReadsBackWhatItCanExpress(RdfFormat format) {
    RandomQuads.seeds()
        .forEach(
            seed -> assertSurvives(format, new RandomQuads(seed, false).quads(25, true), seed));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatItCannotExpressBeforeTheFirstByte(RdfFormat format) {
    long refused =
        RandomQuads.seeds()
            .filter(
                seed -> {
                  List<Quad> quads = new RandomQuads(seed, true).quads(25, true);
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  try {
                    RdfWriter.write(format, quads.iterator(), Map.of(), out);
                  } catch (Unwritable e) {
                    assertThat(out.size()).as("bytes written before: %s", e.getMessage()).isZero();
                    return true;
                  }
                  assertSurvives(format, quads, seed);
                  return false;
                })
            .count();
    if (LIMITED.contains(format)) {
      assertThat(refused).isBetween(1L, RandomQuads.seeds().count() - 1);
    } else {
      assertThat(refused).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsMoreThanRioBuffersAtOnce(RdfFormat format) {
    assertSurvives(format, new RandomQuads(7, false).quads(3_000, true), 7);
  }

  private static void assertSurvives(RdfFormat format, List<Quad> quads, long seed) {
    byte[] written = RoundTrip.write(format, quads.iterator());
    assertTrue(
        RoundTrip.isomorphic(RoundTrip.expected(format, quads), RoundTrip.read(format, written)),
        () ->
            "%s, seed %d, changed: %s"
                .formatted(format, seed, new String(written, StandardCharsets.UTF_8)));
  }
}
