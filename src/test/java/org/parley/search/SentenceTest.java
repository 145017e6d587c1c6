package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

  @Test
  void endsWhereASentenceEnds() {
    assertThat(sentences("Firefly spoke. Nobody heard him! Did Trentino? Perhaps."))
        .containsExactly("Firefly spoke.", "Nobody heard him!", "Did Trentino?", "Perhaps.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 4 May Mr. Trentino met the U.S. envoy.",
        "Q. R. Firefly came at 3.5 km/h.",
        "It begins on Nov. 4, he said.",
        "Посол прибув до м. Глаголія на вул. Миру.",
        "Посол прибыл в г. Глаголия.",
        "Doç. Trentino konuştu.",
        "\"Are we ready?\" he asked.",
        "«Чи готові ми?» — спитав він.",
      })
  void doesNotEndAtAnAbbreviationNorWithinWhatSomebodySays(String sentence) {
    assertThat(sentences(sentence)).containsExactly(sentence);
  }

  @Test
  void endsAfterANumber() {
    assertThat(sentences("They met on May 4. Nothing came of it. Було це 2031 р. Посол пішов."))
        .hasSize(4);
  }

  @Test
  void takesHeadingsAndItemsAsTheyStand() {
    assertThat(
            sentences(
                String.join(
                    "\r\n",
                    "\uFEFFGlagolia talks",
                    "",
                    "- Firefly: yes",
                    "• Trentino: no",
                    "1. First. And more.")))
        .containsExactly("Glagolia talks", "Firefly: yes", "Trentino: no", "First.", "And more.");
  }

  @Test
  void goesOnOverALineThatOnlyWraps() {
    String text =
        """
        The envoys of Freedonia and of Sylvania came to
        Glagolia, and stayed there for two days. On the
        third they left.

        A heading

        - an item that is nearly as wide as the others
        - another
        """;
    assertThat(sentences(text))
        .containsExactly(
            "The envoys of Freedonia and of Sylvania came to\n"
                + "Glagolia, and stayed there for two days.",
            "On the\nthird they left.",
            "A heading",
            "an item that is nearly as wide as the others",
            "another");
  }

  @Test
  void isFoundBesideCharactersOfTwoUnitsAndOfNoWidth() {
    assertThat(sentences("😀 Firefly laughed. \u200BTrentino did not.\u200B"))
        .containsExactly("😀 Firefly laughed.", "Trentino did not.");
  }

  @Test
  void nothingHasNone() {
    assertThat(sentences("")).isEmpty();
    assertThat(sentences(" \r\n\u200B\t- \n")).isEmpty();
  }

  private static List<String> sentences(String text) {
    return Sentence.of(text).stream().map(sentence -> sentence.in(text)).toList();
  }
}
