package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.parley.intake.Documents;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;

/** The page of a document whose text is at hand. */
@SpringBootTest(
    classes = DocumentPageTest.AtHand.class,
    webEnvironment = WebEnvironment.RANDOM_PORT)
class DocumentPageTest extends SurfaceTest {

  private static final String TEXT = "The 🪁 <b>flew</b> over Zenda, and they met there.";

  /** Two documents, of which one has been changed since it was read. */
  static class AtHand extends Served {
    private final Path folder = folder();

    @Override
    @Bean
    Documents documents() {
      return Documents.in(folder);
    }

    @Override
    @Bean
    Store store() {
      String turtle =
          """
          PREFIX parley: <%s>
          PREFIX oa: <http://www.w3.org/ns/oa#>
          PREFIX id: <https://w3id.org/parley/id/>
          id:document\\/8 a parley:SourceDocument ; parley:fileName "8.txt" ; parley:textDigest "%s" .
          id:document\\/9 a parley:SourceDocument ; parley:fileName "9.txt" ; parley:textDigest "%s" .
          """
                  .formatted(Vocab.NS, digest(TEXT), digest(TEXT))
              + told(8, "kite", "🪁 <b>flew</b> over Zenda", false)
              + told(8, "zenda", "Zenda, and they met", false)
              + told(8, "wrong", "The", true)
              + told(9, "other", "The", false);
      var graph = RDFParser.create().source(new StringReader(turtle)).lang(Lang.TTL).toGraph();
      Store store = Store.inMemory();
      var unused = store.replace(Map.of(Vocab.graph("document/8"), graph), Set.of());
      return store;
    }

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("documents");
        Files.writeString(folder.resolve("8.txt"), TEXT);
        Files.writeString(folder.resolve("9.txt"), TEXT + " Or so they say.");
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String told(int document, String name, String quote, boolean wrong) {
      int start = TEXT.codePointCount(0, TEXT.indexOf(quote));
      int end = start + quote.codePointCount(0, quote.length());
      return """
      id:stance\\/%1$s a parley:Assertion ; parley:gist "That is %1$s."@en ; parley:holder id:document\\/%2$d .
      id:attestation\\/%1$s parley:document id:document\\/%2$d ; parley:origin id:document\\/%2$d ; parley:attests id:stance\\/%1$s ; parley:passage id:passage\\/%1$s .
      id:passage\\/%1$s a parley:Passage ; parley:spanOf id:document\\/%2$d ; oa:start %3$d ; oa:end %4$d ; parley:exactDigest "%5$s" .
      """
          .formatted(name, document, start, end, digest(wrong ? "Else" : quote));
    }
  }

  @Test
  void passagesAreMarkedAndLinkedBothWays() {
    String page = get("/page/document/8", "Accept", BROWSER).body();
    assertThat(page)
        .contains(
            "<span class=\"at\" id=\"at-kite\"></span><mark class=\"d1\">🪁"
                + " &lt;b&gt;flew&lt;/b&gt; over </mark><span class=\"at\" id=\"at-zenda\"></span>"
                + "<mark class=\"d2\">Zenda</mark><sup><a href=\"#told-2\"",
            "<mark class=\"d1\">, and they met</mark><sup><a href=\"#told-3\"");
    assertThat(page.substring(page.indexOf("id=\"told-2\""), page.indexOf("id=\"told-3\"")))
        .contains("That is kite.", "href=\"#at-kite\"", "4–28");
  }

  @Test
  void aPassageThatIsNotWhatWasReadIsSaidToBeSo() {
    String page = get("/page/document/8", "Accept", BROWSER).body();
    assertThat(page.substring(page.indexOf("id=\"told-1\""), page.indexOf("id=\"told-2\"")))
        .contains("That is wrong.", "not what was read", "href=\"/page/passage/wrong\"")
        .doesNotContain("#at-wrong");
    assertThat(page).doesNotContain("every marked passage is what its digest says");
  }

  @Test
  void aTextThatIsNotTheOneThatWasReadIsNotShown() {
    assertThat(get("/page/document/9", "Accept", BROWSER).body())
        .contains("not the text that was read", "That is other.")
        .doesNotContain("Or so they say", "class=\"text\"", "documents/");
  }

  private static String digest(String text) {
    return "sha256:" + HexFormat.of().formatHex(Representations.digest(text.getBytes(UTF_8)));
  }
}
