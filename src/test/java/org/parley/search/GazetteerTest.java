package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Loaded;

/** The names of the project's own register, found in sentences that are made up. */
class GazetteerTest {

  private static final Gazetteer GAZETTEER =
      Loaded.store().read(() -> new Gazetteer(Loaded.store().dataset()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Putin phoned | Putin | actor/vladimir-putin",
        "of Ukraine’s roads | Ukraine’s | actor/ukraine",
        "a Turkish ship | Turkish | actor/turkiye",
        "дороги України | України | actor/ukraine",
        "українські дороги | українські | ",
        "Українські дороги | Українські | actor/ukraine",
        "лист Зеленського | Зеленського | actor/volodymyr-zelenskiy",
        "поїзд до Стамбула | Стамбула | place/istanbul",
        "письмо Путину | Путину | actor/vladimir-putin",
        "дороги России | России | actor/russia",
        "гости из Киева | Киева | actor/ukraine",
        "гості з Києва | Києва | actor/ukraine",
        "gemi İstanbul’da bekliyor | İstanbul’da | place/istanbul",
        "Rusya'nın gemisi | Rusya'nın | actor/russia",
      })
  void findsANameInItsForms(String sentence, String text, String thing) {
    List<String> found = thing == null ? List.of() : List.of(text + " = " + thing);
    assertThat(known(sentence)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"told us", "Prussia is gone", "росли дерева", "Alexei left", "Києвлянин іде"})
  void takesNothingElseForIt(String sentence) {
    assertThat(known(sentence)).isEmpty();
  }

  @Test
  void takesTheLongestNameAndThoseOfOthersWithinIt() {
    assertThat(known("then the Russian delegation and the Russian Foreign Ministry of Russia"))
        .containsExactly(
            "Russian delegation = actor/russian-delegation",
            "Russian = actor/russia",
            "Russian Foreign Ministry = actor/russian-foreign-ministry",
            "Russian = actor/russia",
            "Russia = actor/russia");
  }

  @Test
  void tellsACityFromItsGovernmentByWhatStandsBefore() {
    assertThat(known("a promise of Moscow")).containsExactly("Moscow = actor/russia place/moscow");
    assertThat(known("a tower in Moscow")).containsExactly("Moscow = place/moscow actor/russia");
    assertThat(known("a promise in Moscow's name"))
        .containsExactly("Moscow's = actor/russia place/moscow");
    assertThat(known("a tower in Ukraine")).containsExactly("Ukraine = place/ukraine");
  }

  @Test
  void keepsLookAlikesApart() {
    assertThat(known("both Alexey Ivanov and Alexey Polishchuk"))
        .containsExactly(
            "Alexey Ivanov = actor/alexey-ivanov", "Alexey Polishchuk = actor/alexei-polishchuk");
  }

  @Test
  void tellsWhatLooksLikeANameAndIsUnknown() {
    assertThat(
            GAZETTEER.mentions("Yesterday Rufus Firefly met Putin, then \"Nobody\" came").stream()
                .filter(mention -> mention.meant().isEmpty())
                .map(Mention::text))
        .containsExactly("Yesterday Rufus Firefly");
  }

  private static List<String> known(String sentence) {
    return GAZETTEER.mentions(sentence).stream()
        .filter(mention -> !mention.meant().isEmpty())
        .map(
            mention ->
                mention.text()
                    + " = "
                    + String.join(" ", mention.meant()).replace("https://w3id.org/parley/id/", ""))
        .toList();
  }
}
