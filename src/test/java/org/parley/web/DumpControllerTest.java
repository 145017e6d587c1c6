package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.springframework.beans.factory.annotation.Autowired;

class DumpControllerTest extends SurfaceTest {
  @Autowired private Store store;

  @ParameterizedTest
  @EnumSource(names = {"NQUADS", "TRIG"})
  void holdsTheWholeDataSet(RdfFormat format) throws Exception {
    DatasetGraph read =
        RDFParser.source(new GZIPInputStream(body("/dumps/parley." + format.extension() + ".gz")))
            .lang(format.lang().orElseThrow())
            .toDatasetGraph();
    boolean same = store.read(() -> IsoMatcher.isomorphic(read, store.dataset()));
    assertThat(same).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NQUADS", "TRIG"})
  void theSameDataAreTheSameBytes(RdfFormat format) throws Exception {
    byte[] made = store.read(() -> Dump.of(store.dataset(), format)).bytes();
    String file = "parley." + format.extension() + ".gz";
    assertThat(body("/dumps/" + file).readAllBytes()).isEqualTo(made);
    assertThat(get("/dumps/SHA256SUMS").body())
        .contains(HexFormat.of().formatHex(Representations.digest(made)) + "  " + file);
  }

  @Test
  void isNotSentTwice() {
    var first = send("HEAD", "/dumps/parley.nq.gz");
    assertThat(header(first, "Content-Type")).isEqualTo("application/gzip");
    assertThat(get("/dumps/parley.nq.gz", "If-None-Match", header(first, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void whatThereIsNotIsAProblem() {
    assertProblem(get("/dumps/parley.zip"), 404, "parley.trig.gz");
  }

  private InputStream body(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            BodyHandlers.ofInputStream())
        .body();
  }
}
