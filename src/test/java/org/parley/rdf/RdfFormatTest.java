package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RdfFormatTest {

  @Test
  void mediaTypesAreSpeltAsRegistered() {
    assertThat(Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType))
        .containsExactly(
            "text/turtle",
            "application/n-triples",
            "application/ld+json",
            "application/rdf+xml",
            "application/trig",
            "application/n-quads",
            "application/trix",
            "application/rdf+json",
            "text/n3",
            "application/x-binary-rdf");
  }

  @Test
  void endingsAreThoseOfTheEntities() {
    assertThat(Arrays.stream(RdfFormat.values()).map(RdfFormat::extension))
        .containsExactlyInAnyOrder(
            "ttl", "nt", "jsonld", "rdf", "trig", "nq", "trix", "rj", "n3", "brf");
  }

  @Test
  void isFoundByItsEnding() {
    for (RdfFormat format : RdfFormat.values()) {
      assertThat(RdfFormat.ofExtension(format.extension())).contains(format);
    }
    assertThat(RdfFormat.ofExtension("TTL")).contains(RdfFormat.TURTLE);
    assertThat(RdfFormat.ofExtension("owl")).isEmpty();
  }
}
