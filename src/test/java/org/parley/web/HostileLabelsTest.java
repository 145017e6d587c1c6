package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Figure;
import org.parley.store.Store;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;

/** All that may be written in the data is markup of an attacker, and every page is asked for. */
@SpringBootTest(
    classes = HostileLabelsTest.Hostile.class,
    webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag(Figure.ATTACK)
class HostileLabelsTest extends SurfaceTest {
  private static final String IMAGE = "<img src=x onerror=alert(1)>";
  private static final String MARKUP =
      "'\\\"></a></textarea></title>" + IMAGE + "</script><script>";
  private static final int MOST = 400;

  /** The two countries, with the markup before every text, and links that a page must not make. */
  static class Hostile extends RealData {
    @Override
    @Bean
    Store store() {
      try {
        String trig =
            Files.readString(Path.of("src/test/resources/org/parley/web/two-countries.trig"))
                .replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"@", "\"" + quoted(MARKUP) + " $1\"@")
                .replace(
                    "owl:sameAs ",
                    "owl:sameAs <javascript:alert(1)> , <data:text/html,%3Cimg%3E> ,"
                        + " <http://example.org/'onmouseover='alert(1)> , ")
                .replace(
                    "graph:facts {",
                    "graph:facts { actor:ruritania <javascript:alert(2)> <vbscript:alert(3)> ;"
                        + " <http://example.org/'onclick='x> '''"
                        + IMAGE
                        + "''' .");
        DatasetGraph data = RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph();
        Map<Node, Graph> contents = new HashMap<>();
        data.listGraphNodes().forEachRemaining(name -> contents.put(name, data.getGraph(name)));
        Store store = Store.inMemory();
        var unused = store.replace(contents, Set.of());
        return store;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static String quoted(String text) {
      return text.replace("\\", "\\\\");
    }
  }

  @Test
  void areOnlyText() {
    Queue<String> open =
        new ArrayDeque<>(
            List.of(
                "/",
                "/search?q=zenda",
                "/search?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
                "/page/actor/%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/queries/meetings?actor=%22%3E%3Cimg+src%3Dx%3E",
                "/page/document/8",
                "/changes",
                "/dataset",
                "/docs",
                "/facts",
                "/page/actor/ruritania"));
    Set<String> seen = new HashSet<>(open);
    int shown = 0;
    int pages = 0;
    for (String path = open.poll(); path != null && pages < MOST; path = open.poll()) {
      HttpResponse<String> answer = get(path, "Accept", BROWSER);
      if (!header(answer, "Content-Type").startsWith("text/html")) {
        continue;
      }
      pages++;
      Document page = Jsoup.parse(answer.body(), "http://localhost/");
      shown += page.text().contains(IMAGE) ? 1 : 0;
      assertHarmless(path, page);
      for (Element link : page.select("a[href^=/]")) {
        String next = link.attr("href").replaceFirst("#.*", "");
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    System.out.printf("Hostile labels: %d pages, shown as text on %d of them%n", pages, shown);
    assertThat(shown).isGreaterThan(30);
  }

  private static void assertHarmless(String path, Document page) {
    assertThat(page.select("img:not([src^=/]), iframe, object, embed, base, style"))
        .as(path)
        .isEmpty();
    assertThat(page.select("script:not([src^=/]):not([type=application/ld+json])"))
        .as(path)
        .isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertThat(name).as(path).doesNotStartWith("on").isNotEqualTo("style");
        if (Set.of("href", "src", "action", "formaction").contains(name)) {
          assertThat(attribute.getValue())
              .as(path)
              .matches("(?s)(https?://.+|/([^/\\\\].*)?|#.*|\\?.*|)");
          assertThat(URI.create(attribute.getValue()).getRawUserInfo()).as(path).isNull();
        }
      }
    }
  }

  @Test
  void areOnlyTextInWhatProgramsRead() {
    for (String path : List.of("/suggest?prefix=zen", "/search.json?q=zenda", "/queries.json")) {
      HttpResponse<String> answer = get(path, "Accept", "*/*");
      assertThat(header(answer, "Content-Type")).as(path).doesNotContain("html");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }
}
