package org.parley.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import org.parley.search.Found.Hit;
import org.parley.search.Found.Piece;
import org.parley.store.Revision;
import org.parley.store.Store;

/** Every name of everything in one revision, in the order of what is to be found first. */
final class Names {
  private static final String QUERY = query("names.rq");

  /** Lucene bounds a query to 1,024 terms, and a word becomes up to five. */
  private static final int MOST = 128;

  /** Kinds of what is said of things; those and terms are found after the things. */
  private static final Set<String> LATER =
      Set.of("proposition", "stance", "attestation", "passage", "term");

  private record Thing(String iri, String kind, Name name) {}

  private record Entry(Thing thing, Name name) {}

  /** Of things; the names of one keep their order. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> LATER.contains(entry.thing().kind()))
          .thenComparingInt(entry -> entry.thing().name().text().length())
          .thenComparing(entry -> entry.thing().iri());

  private final Revision revision;
  private final List<Entry> entries;
  private final NameIndex index;

  private Names(Revision revision, List<Entry> entries) {
    this.revision = revision;
    this.entries = entries;
    this.index =
        new NameIndex(entries.stream().map(entry -> Word.of(entry.name().text())).toList());
  }

  /** Those of the newest revision. */
  static Names of(Store store) {
    return store.read(() -> new Names(store.revision(), read(store)));
  }

  Revision revision() {
    return revision;
  }

  /** See {@link Search#find}. */
  Found find(String text, @Nullable String kind, int offset, int limit) {
    List<Word> words = Word.of(text).stream().limit(MOST).toList();
    Map<Thing, Name> best = new LinkedHashMap<>();
    for (int place : index.find(words)) {
      Entry entry = entries.get(place);
      best.putIfAbsent(entry.thing(), entry.name());
    }
    TreeMap<String, Integer> kinds = new TreeMap<>();
    best.keySet().forEach(thing -> kinds.merge(thing.kind(), 1, Integer::sum));
    List<Hit> hits =
        best.entrySet().stream()
            .filter(found -> kind == null || found.getKey().kind().equals(kind))
            .skip(offset)
            .limit(limit)
            .map(
                found -> {
                  Thing thing = found.getKey();
                  Name matched = found.getValue();
                  return new Hit(
                      thing.iri(),
                      thing.kind(),
                      thing.name(),
                      matched,
                      pieces(matched.text(), words));
                })
            .toList();
    int total = kind == null ? best.size() : kinds.getOrDefault(kind, 0);
    return new Found(revision, kinds, total, hits);
  }

  private static List<Piece> pieces(String name, List<Word> words) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (Word word : Word.of(name)) {
      if (words.stream().map(Word::folded).anyMatch(word.folded()::startsWith)) {
        pieces.add(new Piece(name.substring(done, word.start()), false));
        pieces.add(new Piece(name.substring(word.start(), word.end()), true));
        done = word.end();
      }
    }
    pieces.add(new Piece(name.substring(done), false));
    pieces.removeIf(piece -> piece.text().isEmpty());
    return pieces;
  }

  private static List<Entry> read(Store store) {
    Map<String, Thing> things = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(store.dataset()).query(QUERY).build()) {
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        var row = rows.next();
        Node label = row.get("name");
        Name name = new Name(label.getLiteralLexicalForm(), label.getLiteralLanguage());
        String kind = row.get("kind").getLiteralLexicalForm();
        Thing thing =
            things.computeIfAbsent(row.get("thing").getURI(), iri -> new Thing(iri, kind, name));
        entries.add(new Entry(thing, name));
      }
    }
    entries.sort(ORDER);
    return entries;
  }

  /** The text of a query that stands beside this class. */
  static String query(String file) {
    try (InputStream in = Names.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
