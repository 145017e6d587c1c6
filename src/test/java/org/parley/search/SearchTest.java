package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Loaded;
import org.parley.search.Found.Hit;
import org.parley.search.Found.Piece;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

class SearchTest {
  private static final Search DATA = new Search(Loaded.store());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // four spellings, and two that no alias has
        "Zelenskiy              | actor/volodymyr-zelenskiy",
        "Zelenskyy              | actor/volodymyr-zelenskiy",
        "Zelensky               | actor/volodymyr-zelenskiy",
        "Зеленський             | actor/volodymyr-zelenskiy",
        "Zelenskij              | actor/volodymyr-zelenskiy",
        "زيلينسكي               | actor/volodymyr-zelenskiy",
        // case, accents, script
        "Istanbul               | place/istanbul",
        "İSTANBUL               | place/istanbul",
        "ístänbûl               | place/istanbul",
        "Стамбул                | place/istanbul",
        "стамбул                | place/istanbul",
        // errors: a letter is wrong, left out, typed twice, exchanged; in Cyrillic; two of them
        "istambul               | place/istanbul",
        "istnbul                | place/istanbul",
        "isttanbul              | place/istanbul",
        "istnabul               | place/istanbul",
        "Стомбул                | place/istanbul",
        "Zalenskuy              | actor/volodymyr-zelenskiy",
        // the beginning of a word; words in any order; half of them that are not there
        "Istan                  | place/istanbul",
        "Zelenskiy Volodymyr    | actor/volodymyr-zelenskiy",
        "Istanbul, Bosporus     | place/istanbul",
        "Mr Wolfgang Vladimir Putin | actor/vladimir-putin",
        // the terms of the ontology
        "demand                 | Demand",
      })
  void findsFirst(String text, String name) {
    assertThat(names(DATA.find(text, null, 0, 10))).startsWith(name);
  }

  @Test
  void showsTheNameThatWasFound() {
    Hit hit = DATA.find("Зеленський", null, 0, 1).hits().getFirst();
    assertThat(hit.kind()).isEqualTo("actor");
    assertThat(hit.name()).isEqualTo(new Name("Volodymyr Zelenskiy", "en"));
    assertThat(hit.matched()).isEqualTo(new Name("Володимир Зеленський", "uk"));
    assertThat(hit.pieces())
        .containsExactly(new Piece("Володимир ", false), new Piece("Зеленський", true));
  }

  @Test
  void ranksByHowAndThenByWhat() {
    Search search =
        new Search(
            holding(
                Map.of(
                    "stance/whole", "Riga",
                    "place/whole", "Riga",
                    "actor/word-longer", "Council of Riga",
                    "actor/word", "Mayor Riga",
                    "stance/word", "In Riga",
                    "actor/prefix", "Rigan",
                    "actor/typing-error", "Ruga",
                    "actor/typing-error-too", "Raga",
                    "actor/other", "Rome")));
    assertThat(names(search.find("riga", null, 0, 10)))
        .containsExactly(
            "place/whole",
            "stance/whole",
            "actor/word",
            "actor/word-longer",
            "stance/word",
            "actor/prefix",
            "actor/typing-error",
            "actor/typing-error-too");
  }

  @Test
  void aKindIsAFilter() {
    Found all = DATA.find("Istanbul", null, 0, 100);
    Found meetings = DATA.find("Istanbul", "meeting", 0, 100);
    assertThat(all.kinds()).isEqualTo(meetings.kinds()).containsKeys("meeting", "place", "stance");
    assertThat(all.total()).isEqualTo(all.hits().size()).isGreaterThan(meetings.total());
    assertThat(meetings.total()).isEqualTo(all.kinds().get("meeting"));
    assertThat(meetings.hits())
        .isEqualTo(all.hits().stream().filter(hit -> hit.kind().equals("meeting")).toList())
        .hasSize(meetings.total());
    assertThat(DATA.find("Istanbul", "post", 0, 100).hits()).isEmpty();
  }

  @Test
  void pagesAddUp() {
    Found all = DATA.find("russia", null, 0, 1000);
    List<Hit> pages = new ArrayList<>();
    for (int offset = 0; offset < all.total(); offset += 7) {
      pages.addAll(DATA.find("russia", null, offset, 7).hits());
    }
    assertThat(pages).isEqualTo(all.hits()).hasSize(all.total()).hasSizeGreaterThan(14);
    assertThat(names(all)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "!?…",
        "\"",
        "*",
        "AND",
        "name:x",
        "[a TO z]",
        "a~9^99",
        "(((",
        "\\",
        "\0",
        "\uD83D",
        "😀",
        "🇺🇦",
        "\u202E\u0301",
        "ال",
        "北京",
        "ⅣⅨ",
        "ﬃ",
        "\uFFFF"
      })
  void anyTextIsText(String text) {
    assertThat(DATA.find(text, null, 0, 5).hits()).hasSizeLessThanOrEqualTo(5);
    assertThat(DATA.find(text + " Istanbul", null, 0, 5).total()).as(text).isPositive();
  }

  @Test
  void longTextsAreTextToo() {
    Search search = new Search(holding(Map.of("actor/long", "wort ".repeat(9000), "actor/a", "a")));
    assertThat(names(search.find("wort", null, 0, 5))).containsExactly("actor/long");
    for (String text : List.of("a".repeat(8000), "a ".repeat(4000), "жук ".repeat(2000))) {
      assertThat(search.find(text, null, 0, 5).total()).isLessThanOrEqualTo(1);
    }
    IntFunction<String> latin = number -> "longword" + number;
    IntFunction<String> chinese = number -> Character.toString(0x4E00 + number);
    for (IntFunction<String> word : List.of(latin, chinese)) {
      String text = IntStream.range(0, 1000).mapToObj(word).collect(Collectors.joining(" "));
      assertThat(search.find(text, null, 0, 5).hits()).isEmpty();
    }
  }

  @Test
  void aNewRevisionIsSearchedAtOnce() {
    Store store = holding(Map.of("actor/old", "Ruritania"));
    Search search = new Search(store);
    Found before = search.find("ruritania", null, 0, 10);
    assertThat(names(before)).containsExactly("actor/old");
    var revision = store.replace(register(Map.of("actor/new", "Ruritania")), Set.of());
    Found after = search.find("ruritania", null, 0, 10);
    assertThat(names(after)).containsExactly("actor/new");
    assertThat(after.revision()).isEqualTo(revision).isNotEqualTo(before.revision());
  }

  @Test
  void anAnswerIsOfTheRevisionItNamesWhateverIsWritten() throws Exception {
    Store store = holding(Map.of("actor/in-1", "Ruritania"));
    Search search = new Search(store);
    AtomicBoolean written = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<List<Found>>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        readers.add(
            threads.submit(
                () -> {
                  List<Found> found = new ArrayList<>();
                  while (!written.get()) {
                    found.add(search.find("ruritania", null, 0, 10));
                  }
                  return found;
                }));
      }
      try {
        for (int number = 2; number <= 50; number++) {
          var revision =
              store.replace(register(Map.of("actor/in-" + number, "Ruritania")), Set.of());
          assertThat(search.find("ruritania", null, 0, 10).revision()).isEqualTo(revision);
        }
      } finally {
        written.set(true);
      }
      for (Future<List<Found>> reader : readers) {
        assertThat(reader.get())
            .allSatisfy(
                found ->
                    assertThat(names(found))
                        .containsExactly("actor/in-" + found.revision().number()));
      }
    }
  }

  @Test
  void anEmptyStoreHasNothing() {
    assertThat(new Search(Store.inMemory()).find("Istanbul", null, 0, 10).total()).isZero();
  }

  private static List<String> names(Found found) {
    return found.hits().stream()
        .map(hit -> hit.iri().replace(Vocab.ID, "").replace(Vocab.NS, ""))
        .toList();
  }

  private static Store holding(Map<String, String> names) {
    Store store = Store.inMemory();
    var unused = store.replace(register(names), Set.of());
    return store;
  }

  private static Map<Node, Graph> register(Map<String, String> names) {
    Graph graph = GraphFactory.createDefaultGraph();
    names.forEach(
        (thing, name) ->
            graph.add(
                NodeFactory.createURI(Vocab.ID + thing),
                SKOS.prefLabel.asNode(),
                NodeFactory.createLiteralLang(name, "en")));
    return Map.of(Vocab.graph("register"), graph);
  }
}
