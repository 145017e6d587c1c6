package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages over the whole data set, and those of meetings and documents, on the real data. */
@SpringBootTest(classes = RealData.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OverviewTest extends SurfaceTest {

  private static final Pattern EVIDENCE =
      Pattern.compile("class=\"proof\"><a href=\"(/page/proposition/[^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

  @Test
  void theFrontPageAnswersAtAGlance() {
    String front = body("/");
    assertThat(between(front, "id=\"met\"", "</section>"))
        .contains("Istanbul round of 23 July 2025", "40 minutes", "Russian negotiating delegation")
        .doesNotContain("Budapest");
    assertThat(between(front, "id=\"demanded\"", "</section>"))
        .contains("withdraw its troops", "class=\"kind Demand\"", ">Ukraine</a>", "/document/000");
    assertThat(between(front, "id=\"disputed\"", "</section>"))
        .contains("denied by", "Ukraine rejects the claim", "/page/document/004");
    assertThat(between(front, "id=\"printed\"", "</section>"))
        .contains("document 004: Reuters report", "Turkish representatives have urged");
    assertThat(between(front, "<figcaption", "</figure>"))
        .contains("3 documents, one origin", "TASS");
  }

  @Test
  void theEvidenceOfEveryFactIsThreeClicksFromTheFrontPage() {
    assertThat(body("/")).contains("href=\"/facts\"");
    Matcher next = NEXT.matcher(body("/facts"));
    assertThat(next.find()).isTrue();
    String rest = next.group(1);
    int told = Integer.parseInt(find("<strong>(\\d+)</strong> plain facts", body("/")));
    assertThat(evidence("/facts").size() + evidence(rest).size()).isEqualTo(told);
    assertThat(body(evidence(rest).getLast())).contains("id=\"evidence\"", "/page/passage/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "series/istanbul-talks",
        "meeting/officials-visit-turkiye",
        "meeting/istanbul-2025-07-23",
        "actor/russia"
      })
  void theTableSaysOfEachFactWhatThePlainJsonSays(String entity) {
    List<String> told = new ArrayList<>();
    for (JsonNode fact :
        JsonMapper.shared().readTree(body("/data/" + entity + ".json")).get("facts")) {
      told.add(
          "%s,%s,%s,https://w3id.org/parley/id/%s"
              .formatted(
                  fact.get("documents").asInt(),
                  fact.get("origins").asInt(),
                  fact.get("disputed").asBoolean(),
                  fact.get("evidence").asString().replaceFirst("^/page/", "")));
    }
    assertThat(told).isNotEmpty();
    assertThat(
            body("/data/" + entity + ".csv")
                .lines()
                .filter(line -> line.contains("/id/proposition/"))
                .map(line -> line.replaceFirst(".*,(\\d+,\\d+,\\w+,[^,]+)$", "$1")))
        .containsExactlyElementsOf(told);
  }

  @Test
  void plannedMeetingsAreNoMeetings() {
    String page = body("/meetings");
    assertThat(between(page, "id=\"met\"", "</section>"))
        .contains("Istanbul round of 16 May 2025")
        .doesNotContain("Budapest");
    assertThat(between(page, "id=\"planned\"", "</section>"))
        .contains("Budapest", "cancelled by", "United States")
        .doesNotContain("Istanbul round");
    assertThat(page.indexOf("23 July 2025")).isLessThan(page.indexOf("16 May 2025"));
  }

  @Test
  void theSidesOfADisputeStandNextToEachOther() {
    String matter =
        between(
            body("/disputes"),
            "<a href=\"/page/proposition/actor-ukraine--responsibleFor--outcome-stall\"",
            "</article>");
    int divide = matter.indexOf("side other");
    assertThat(matter.substring(0, divide))
        .contains("Kremlin asserts", "Mikhail Galuzin", "for <a href=\"/page/actor/russia\"")
        .doesNotContain("Ukraine rejects");
    assertThat(matter.substring(divide))
        .contains("Ukraine rejects", "class=\"kind Denial\"", "/document/001", "/document/004")
        .contains("1 origin");
  }

  @Test
  void disputesAreFilteredByActor() {
    assertThat(body("/disputes?actor=actor/analysts"))
        .contains("Many analysts")
        .doesNotContain("Ukraine rejects the claim");
    assertThat(body("/disputes?actor=place/istanbul")).contains("No dispute has this actor");
  }

  @Test
  void aPositionStandsOnceInTheCellOfItsPartyAndIssue() {
    String row = between(body("/positions"), "href=\"/page/issue/ceasefire\"", "</tr>");
    assertThat(between(row, "data-party=\"Ukraine\"", "</td>"))
        .containsOnlyOnce("Ukraine says it is ready to stop the fighting");
    assertThat(between(row, "data-party=\"Russia\"", "</td>")).contains("nothing told");
  }

  @Test
  void theTimelineIsInOrderAndEndsWithWhatHasNoDate() {
    String page = body("/timeline");
    assertThat(page)
        .containsSubsequence(
            "id=\"y2025\"",
            "16 May 2025",
            "2 June 2025",
            "was planned",
            "12 November 2025",
            "id=\"undated\"",
            "conversation of the US");
    assertThat(page.split("Istanbul round of 16 May 2025</a>", -1)).hasSize(2);
    assertThat(body("/timeline?actor=actor/marco-rubio"))
        .doesNotContain("Istanbul round of 16 May 2025</a>");
  }

  @Test
  void aMeetingShowsItsRoundsAndWhatIsNotTold() {
    String july = body("/page/meeting/istanbul-2025-07-23");
    assertThat(july).containsSubsequence("17 days later", "51 days later", "aria-current=\"page\"");
    assertThat(between(july, "class=\"glance\"", "</dl>"))
        .contains("40 minutes", "Istanbul", "23 July 2025");
    assertThat(between(july, "id=\"said\"", "</section>"))
        .containsSubsequence("document 000", "document 001", "document 004");
    assertThat(body("/page/meeting/istanbul-2025-05-16"))
        .contains("No document tells as a plain fact: <strong>how long it lasted</strong>");
    assertThat(body("/page/meeting/trump-putin-budapest"))
        .contains("no document tells that it took place");
  }

  @Test
  void aDocumentTellsInReadingOrderAndShowsNoTextThatIsNotAtHand() {
    String page = body("/page/document/004");
    assertThat(page)
        .containsSubsequence("id=\"told-1\"", "stands ready to resume", "id=\"told-3\"", "section")
        .contains("class=\"bar\"", "--parley.documents=FOLDER", "through <span class=\"chain\">")
        .doesNotContain("class=\"text\"", "<mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/meetings",
        "/documents",
        "/disputes",
        "/positions",
        "/timeline",
        "/browse",
        "/browse/stance",
        "/facts",
        "/page/actor/russia",
        "/page/document/000",
        "/page/series/istanbul-talks"
      })
  void everyPageIsWholeAndKeepsToTheContentPolicy(String path) {
    String page = body(path);
    assertThat(page)
        .contains("<html lang=\"en\"", "class=\"skip\"", "<h1", "Revision <strong>", "</html>")
        .doesNotContain(" style=", "onclick", "<style")
        .doesNotContainPattern("<script(?![^>]*src=\"/| type=\"application/ld.json\">)");
  }

  @Test
  void theScriptsOfAPageAreServedFromHere() {
    String page = body("/page/actor/russia");
    for (MatchResult script :
        Pattern.compile("<script[^>]*src=\"([^\"]+)\"").matcher(page).results().toList()) {
      var answer = get(script.group(1));
      assertThat(answer.statusCode()).as(script.group(1)).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
    }
    assertThat(page).contains("/graph.js", "cytoscape.min.js");
  }

  /** Where the evidence of each fact on a page of the list is. */
  private List<String> evidence(String path) {
    return EVIDENCE.matcher(body(path)).results().map(found -> found.group(1)).toList();
  }

  private String body(String path) {
    var page = get(path, "Accept", BROWSER);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private static String find(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from);
    assertThat(start).as(from).isNotNegative();
    return text.substring(start, text.indexOf(to, start));
  }
}
