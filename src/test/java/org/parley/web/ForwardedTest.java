package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is to be believed; {@link DatasetControllerTest} has the other case. */
@TestPropertySource(properties = "server.forward-headers-strategy=framework")
class ForwardedTest extends SurfaceTest {

  @Test
  void absoluteAddressesAreThoseThatTheClientSees() {
    String[] proxy = {"X-Forwarded-Host", "data.example", "X-Forwarded-Proto", "https"};
    assertThat(get("/robots.txt", proxy).body())
        .contains("Sitemap: https://data.example/sitemap.xml\n");
    assertThat(get("/dataset.ttl", "Forwarded", "host=data.example;proto=https").body())
        .contains("<https://data.example/sparql>");
    assertThat(header(get("/.well-known/void", proxy), "Location")).isEqualTo("/dataset");
  }
}
