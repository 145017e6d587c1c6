package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SitemapControllerTest extends SurfaceTest {

  @Test
  void listsEveryPageWithItsTime() {
    String base = "http://localhost:" + port;
    var index = get("/sitemap.xml");
    assertThat(header(index, "Content-Type")).isEqualTo("application/xml");
    assertThat(index.body()).contains("<sitemapindex", "<loc>" + base + "/sitemap/1.xml</loc>");
    String part = get("/sitemap/1.xml").body();
    assertThat(part)
        .contains("<urlset", "<lastmod>20")
        .contains("<loc>" + base + "/</loc>")
        .contains("<loc>" + base + "/page/actor/ruritania</loc>")
        .contains("<loc>" + base + "/page/passage/7-10-20</loc>");
    assertProblem(get("/sitemap/2.xml"), 404, "/sitemap.xml");
  }

  @Test
  void noPartIsTooLong() {
    assertThat(SitemapController.parts(1, SitemapController.PART)).isEqualTo(1);
    assertThat(SitemapController.parts(50_000, SitemapController.PART)).isEqualTo(1);
    assertThat(SitemapController.parts(50_001, SitemapController.PART)).isEqualTo(2);
  }

  @Test
  void robotsAreToldWhereItIsAndWhatCosts() {
    assertThat(get("/robots.txt").body())
        .contains(
            "Disallow: /sparql?\n",
            "Disallow: /queries/*?\n",
            "\nSitemap: http://localhost:" + port + "/sitemap.xml\n");
  }
}
