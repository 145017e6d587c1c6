package org.parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The words of a list of names. It lies on the heap, so there is nothing to close. */
final class NameIndex {
  private static final String SPELLED = "spelled";
  private static final String FOLDED = "folded";
  private static final String WHOLE = "whole";
  private static final String PLACE = "place";
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortField(PLACE, SortField.Type.INT));

  private final int size;
  private final IndexSearcher searcher;

  /** An index of names, each given as its words. */
  NameIndex(List<List<Word>> names) {
    this.size = names.size();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int place = 0; place < size; place++) {
          writer.addDocument(document(place, names.get(place)));
        }
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The usual cache is shared by all indexes and would keep this one after its time.
    searcher.setQueryCache(null);
  }

  /** The places in the list of those names that match the words: best first, else in order. */
  int[] find(List<Word> words) {
    if (words.isEmpty() || size == 0) {
      return new int[0];
    }
    try {
      return Arrays.stream(searcher.search(query(words), size, ORDER).scoreDocs)
          .mapToInt(found -> (Integer) ((FieldDoc) found).fields[1])
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(int place, List<Word> words) {
    Document document = new Document();
    document.add(new NumericDocValuesField(PLACE, place));
    document.add(new StringField(WHOLE, whole(words), Field.Store.NO));
    for (Word word : words) {
      document.add(new StringField(SPELLED, word.spelled(), Field.Store.NO));
      document.add(new StringField(FOLDED, word.folded(), Field.Store.NO));
    }
    return document;
  }

  private static Query query(List<Word> words) {
    Map<String, Query> each = new LinkedHashMap<>();
    // A short word is a whole one, unless it is still being typed.
    words.forEach(
        word ->
            each.putIfAbsent(
                word.folded(),
                like(word, word.folded().length() > 2 || word.equals(words.getLast()))));
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    each.values().forEach(query -> most.add(query, Occur.SHOULD));
    most.setMinimumNumberShouldMatch((each.size() + 1) / 2);
    return new BooleanQuery.Builder()
        .add(most.build(), Occur.MUST)
        .add(worth(100_000, new TermQuery(new Term(WHOLE, whole(words)))), Occur.SHOULD)
        .build();
  }

  private static Query like(Word word, boolean begun) {
    Term folded = new Term(FOLDED, word.folded());
    List<Query> ways = new ArrayList<>();
    ways.add(worth(101, new TermQuery(new Term(SPELLED, word.spelled()))));
    ways.add(worth(100, new TermQuery(folded)));
    if (begun) {
      ways.add(worth(10, new PrefixQuery(folded)));
    }
    for (int errors = 1; errors <= 2 && word.folded().length() >= 4 * errors; errors++) {
      ways.add(fuzzy(folded, errors));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  /** Not bounded to so many terms, as it usually is: which ones would depend on all the others. */
  private static Query fuzzy(Term term, int errors) {
    return worth(
        3 - errors,
        new FuzzyQuery(term, errors, 0, 1, true, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE));
  }

  private static Query worth(float score, Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** Terms are bounded to 32,766 bytes, and no search is for as much as this. */
  private static String whole(List<Word> words) {
    String whole = words.stream().map(Word::folded).collect(Collectors.joining(" "));
    return whole.length() > 8000 ? whole.substring(0, 8000) : whole;
  }
}
