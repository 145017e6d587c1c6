package org.parley.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/** The names of the register, to be found in a text: in any of its languages, and inflected. */
public final class Gazetteer {

  private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Pattern IN =
      Pattern.compile(
          "(?:^|.*[\\s\\p{Z}(])(?:in|at|near|to|into|в|у|во|до|біля|возле)[\\s\\p{Z}]+$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Pattern POSSESSIVE = Pattern.compile(".*['’]s?$", Pattern.DOTALL);

  /** What a sentence, or the words of a speaker, begin with; anything is written large there. */
  private static final Pattern BEGINNING =
      Pattern.compile("[\\s\\S]*[\"“”„«:][\\s\\p{Z}]*|[\\s\\p{Z}\\p{P}]*");

  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}\\S*(?:\\s\\p{Lu}\\S*)*\\s(\\p{Lu}\\S+)");

  private final Map<String, List<Appellation>> byBeginning = new HashMap<>();
  private final Map<String, String> insteadOf = new HashMap<>();

  /** The names of a data set, whose default graph is the union of its named graphs. */
  public Gazetteer(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(Names.query("gazetteer.rq")).build()) {
      execution.select().forEachRemaining(this::add);
    }
  }

  /**
   * The names that stand in a sentence, in order. Of two that begin at one word the longer one is
   * taken; then come those within it that are of something else, as the state's within that of its
   * ministry. What is written large like a name, and is none that is known, is among them.
   */
  public List<Mention> mentions(String sentence) {
    List<Mention> mentions = new ArrayList<>();
    find(Word.of(sentence), sentence, null, mentions);
    return mentions;
  }

  private void find(
      List<Word> words, String sentence, @Nullable Mention around, List<Mention> mentions) {
    int limit = around == null ? Integer.MAX_VALUE : words.size() - 1;
    int at = 0;
    while (at < words.size()) {
      Set<Appellation> entries = longest(words, at, limit, sentence);
      boolean known = !entries.isEmpty();
      int length = known ? entries.iterator().next().words().size() : large(words, at, sentence);
      if (known || (around == null && length > (begins(words.get(at), sentence) ? 1 : 0))) {
        Mention mention = mention(words.subList(at, at + length), entries, sentence);
        if (around == null || !around.meant().contains(mention.meant().getFirst())) {
          mentions.add(mention);
        }
        if (known && length > 1) {
          find(words.subList(at, at + length), sentence, mention, mentions);
        }
      }
      at += Math.max(1, length);
    }
  }

  private Mention mention(List<Word> words, Set<Appellation> entries, String sentence) {
    int start = words.getFirst().start();
    String text = sentence.substring(start, words.getLast().end());
    boolean in =
        IN.matcher(sentence.substring(Math.max(0, start - 20), start)).matches()
            && !POSSESSIVE.matcher(text).matches();
    return new Mention(start, words.getLast().end(), text, meant(entries, in));
  }

  private Set<Appellation> longest(List<Word> words, int at, int limit, String text) {
    Set<Appellation> longest = new LinkedHashSet<>();
    int length = 1;
    for (Appellation entry :
        byBeginning.getOrDefault(beginning(words.get(at).folded()), List.of())) {
      int size = entry.words().size();
      if (size >= length && size <= limit && entry.stands(words, at, text)) {
        if (size > length) {
          longest.clear();
        }
        length = size;
        longest.add(entry);
      }
    }
    return longest;
  }

  private static boolean begins(Word word, String sentence) {
    return BEGINNING.matcher(sentence.substring(0, word.start())).matches();
  }

  /** How many words from there on begin with a capital, until one that a known name begins with. */
  private int large(List<Word> words, int at, String text) {
    int i = at;
    while (i < words.size()
        && Character.isUpperCase(text.codePointAt(words.get(i).start()))
        && (i == at
            || (Appellation.adjoin(words, i, text)
                && longest(words, i, words.size(), text).isEmpty()))) {
      i++;
    }
    return i - at;
  }

  private List<String> meant(Set<Appellation> entries, boolean in) {
    Map<String, Boolean> places = new LinkedHashMap<>();
    entries.forEach(entry -> places.put(entry.thing(), entry.place()));
    List<String> meant = new ArrayList<>(places.keySet());
    meant.sort(Comparator.comparing(thing -> places.getOrDefault(thing, false) != in));
    if (meant.isEmpty()) {
      return meant;
    }
    String likeliest = meant.getFirst();
    // A country and its government have one name: nobody need be asked every time.
    meant.removeIf(
        thing -> likeliest.equals(insteadOf.get(thing)) || thing.equals(insteadOf.get(likeliest)));
    return meant;
  }

  private void add(Binding row) {
    String thing = row.get("thing").getURI();
    @Nullable Node instead = row.get("insteadOf");
    if (instead != null) {
      insteadOf.put(thing, instead.getURI());
    }
    String lang = row.get("name").getLiteralLanguage();
    String name = QUALIFIER.matcher(row.get("name").getLiteralLexicalForm()).replaceAll("");
    boolean place = is(row, "place");
    add(thing, name, lang, place);
    Matcher person = FULL_NAME.matcher(name);
    if (person.matches() && is(row, "person")) {
      add(thing, person.group(1), lang, place);
    }
  }

  private void add(String thing, String name, String lang, boolean place) {
    List<Inflection> words =
        Word.of(name).stream()
            .map(
                word ->
                    new Inflection(name.substring(word.start(), word.end()), word.folded(), lang))
            .toList();
    if (!words.isEmpty()) {
      byBeginning
          .computeIfAbsent(beginning(words.getFirst().folded()), key -> new ArrayList<>())
          .add(new Appellation(thing, words, place));
    }
  }

  /** What no ending changes. */
  private static String beginning(String folded) {
    return folded.substring(0, Math.min(2, folded.length()));
  }

  private static boolean is(Binding row, String name) {
    return "true".equals(row.get(name).getLiteralLexicalForm());
  }
}
