package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.vocab.Vocab;

/** Where the pages lead. */
class LinksTest {
  private static final Map<URI, HttpResponse<String>> ANSWERS = new HashMap<>();

  @ParameterizedTest
  @MethodSource("org.parley.clients.PageType#all")
  void noneIsBroken(PageType type) {
    Document page = page(URI.create(Site.BASE + type.path()));
    assertThat(local(page, "[href]:not([href^=#]), [src]"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(answer(link).statusCode()).isLessThan(400));
    assertThat(page.select("a[href^=#]").eachAttr("href"))
        .allSatisfy(anchor -> assertThat(page.getElementById(anchor.substring(1))).isNotNull());
  }

  @Test
  void threeClicksLeadFromTheFrontPageToTheEvidenceOfAnyFact() {
    Set<URI> seen = new HashSet<>();
    Set<URI> front = Set.of(URI.create(Site.BASE + "/"));
    for (int clicks = 1; clicks <= 3; clicks++) {
      Set<URI> next = new HashSet<>();
      for (URI address : front) {
        next.addAll(local(page(address), "a[href]"));
      }
      next.removeAll(seen);
      seen.addAll(next);
      front = next;
    }
    List<String> evidence =
        Site.ask(
            """
            PREFIX parley: <%s>
            SELECT (CONCAT("/page/", STRAFTER(STR(?proposition), "%s")) AS ?page) {
              ?proposition parley:subject ?s ; parley:predicate ?p ; parley:object ?o .
              GRAPH <%s> { ?s ?p ?o }
            }
            """
                .formatted(Vocab.NS, Vocab.ID, Vocab.graph("facts")));
    Set<String> missed = new TreeSet<>(evidence);
    seen.forEach(address -> missed.remove(address.getPath()));
    assertThat(evidence).hasSizeGreaterThan(100);
    assertThat(missed)
        .as("%d of %d proofs take more than three clicks", missed.size(), evidence.size())
        .isEmpty();
  }

  /** What a page links to on this server, without fragments. */
  private static Set<URI> local(Document page, String selector) {
    Set<URI> links = new HashSet<>();
    for (Element element : page.select(selector)) {
      String link = element.absUrl(element.hasAttr("href") ? "href" : "src");
      if (link.startsWith(Site.BASE + "/")) {
        links.add(URI.create(link.replaceFirst("#.*", "")));
      }
    }
    return links;
  }

  /** The page there; an empty one when it is something else. */
  private static Document page(URI address) {
    HttpResponse<String> answer = answer(address);
    boolean html = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    return Jsoup.parse(html ? answer.body() : "", address.toString());
  }

  private static HttpResponse<String> answer(URI address) {
    return ANSWERS.computeIfAbsent(address, it -> Site.get(it, Site.BROWSER));
  }
}
