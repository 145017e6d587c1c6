package org.parley.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]*");
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

  private record Entry(String thing, List<Inflection> words, boolean place) {}

  private final Map<String, List<Entry>> byBeginning = new HashMap<>();
  private final Map<String, String> insteadOf = new HashMap<>();

  /** The names of a data set, whose default graph is the union of its named graphs. */
  public Gazetteer(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(query()).build()) {
      execution.select().forEachRemaining(this::add);
    }
  }

  /**
   * The names that stand in a sentence, in order; none overlaps another, and of two that begin at
   * one word the longer one is taken. What is written large like a name, and is none that is known,
   * is among them.
   */
  public List<Mention> mentions(String sentence) {
    List<Word> words = Word.of(sentence);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Set<Entry> entries = longest(words, at, sentence);
      int length =
          entries.isEmpty() ? large(words, at, sentence) : entries.iterator().next().words().size();
      if (!entries.isEmpty() || length > (begins(words.get(at), sentence) ? 1 : 0)) {
        int start = words.get(at).start();
        int end = words.get(at + length - 1).end();
        String text = sentence.substring(start, end);
        boolean in =
            IN.matcher(sentence.substring(Math.max(0, start - 20), start)).matches()
                && !POSSESSIVE.matcher(text).matches();
        mentions.add(new Mention(start, end, text, meant(entries, in)));
      }
      at += Math.max(1, length);
    }
    return mentions;
  }

  private Set<Entry> longest(List<Word> words, int at, String text) {
    Set<Entry> longest = new LinkedHashSet<>();
    int length = 1;
    for (Entry entry : byBeginning.getOrDefault(beginning(words.get(at).folded()), List.of())) {
      if (entry.words().size() >= length && stands(entry, words, at, text)) {
        if (entry.words().size() > length) {
          longest.clear();
        }
        length = entry.words().size();
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
        && (i == at || (adjoin(words, i, text) && longest(words, i, text).isEmpty()))) {
      i++;
    }
    return i - at;
  }

  /** Whether nothing but white space or a hyphen is between this word and the one before it. */
  private static boolean adjoin(List<Word> words, int at, String text) {
    return BETWEEN
        .matcher(text.substring(words.get(at - 1).end(), words.get(at).start()))
        .matches();
  }

  private List<String> meant(Set<Entry> entries, boolean in) {
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

  private static boolean stands(Entry entry, List<Word> words, int at, String text) {
    if (at + entry.words().size() > words.size()) {
      return false;
    }
    for (int i = 0; i < entry.words().size(); i++) {
      Word word = words.get(at + i);
      if (!entry.words().get(i).matches(word, text.substring(word.start(), word.end()))
          || (i > 0 && !adjoin(words, at + i, text))) {
        return false;
      }
    }
    return true;
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
          .add(new Entry(thing, words, place));
    }
  }

  /** What no ending changes. */
  private static String beginning(String folded) {
    return folded.substring(0, Math.min(2, folded.length()));
  }

  private static boolean is(Binding row, String name) {
    return "true".equals(row.get(name).getLiteralLexicalForm());
  }

  private static String query() {
    try (InputStream in = Gazetteer.class.getResourceAsStream("gazetteer.rq")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
