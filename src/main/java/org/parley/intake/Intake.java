package org.parley.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.parley.intake.LoadReceipt.Change;
import org.parley.intake.LoadReceipt.Entry;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** Loads the sources into a store. */
public final class Intake {

  private final Store store;
  private final Sources sources;

  public Intake(Store store, Sources sources) {
    this.store = store;
    this.sources = sources;
  }

  /**
   * Brings the store to what the sources say, in one revision, or finds that it is there already.
   *
   * @return what became of each file
   * @throws Rejected when a file cannot be read, a shape is violated or a check fails; the store is
   *     then as it was
   */
  public LoadReceipt load() {
    List<SourceFile> files = new ArrayList<>(sources.files());
    files.addAll(sources.checkFiles());
    files.addAll(sources.ruleFiles());
    Map<String, String> digests = new LinkedHashMap<>();
    files.forEach(file -> digests.put(file.name(), file.digest()));
    Ledger ledger = store.read(() -> Ledger.of(store.dataset()));
    List<Entry> entries = entries(digests, ledger.digests());
    Revision revision =
        entries.stream().allMatch(entry -> entry.change() == Change.UNCHANGED)
            ? store.revision()
            : replace(files, digests);
    return store.read(
        () ->
            new LoadReceipt(
                revision,
                entries,
                triples(store.dataset()),
                store.dataset().getGraph(Derivation.FACTS).size()));
  }

  /** How many there are beside the coded events, which may be many millions. */
  private static long triples(DatasetGraph data) {
    return Iter.iter(data.listGraphNodes())
        .filter(name -> !Vocab.ofEvents(name))
        .map(name -> (long) data.getGraph(name).size())
        .reduce(0L, Long::sum);
  }

  private Revision replace(List<SourceFile> files, Map<String, String> digests) {
    Map<Node, Graph> contents = new HashMap<>();
    Derived facts = store.read(() -> wanted(files, digests, contents));
    return store.extend(contents, facts.added(), facts.removed());
  }

  /** What the store is to hold: what the files say, and what was submitted since. */
  private Derived wanted(
      List<SourceFile> files, Map<String, String> digests, Map<Node, Graph> contents) {
    DatasetGraph data = store.dataset();
    data.listGraphNodes().forEachRemaining(name -> contents.put(name, data.getGraph(name)));
    contents.keySet().removeIf(Vocab::ofEvents);
    Map<Node, Graph> read = new HashMap<>();
    sources.files().stream()
        .collect(Collectors.groupingBy(SourceFile::graph))
        .forEach((name, parts) -> read.put(name, Staging.read(parts)));
    List<Graph> speaking = new ArrayList<>(contents.values());
    speaking.addAll(read.values());
    Coded coded = Coded.of(data, speaking);
    contents.replaceAll((name, stored) -> GraphFactory.createDefaultGraph()); // what is not read
    read.forEach((name, graph) -> contents.put(name, kept(name, coded.apart(name, graph))));
    contents.putAll(coded.graphs());
    History history = History.of(store.dataset());
    for (String id : history.documents()) {
      take(Bundle.empty(id), contents);
    }
    for (String id : history.documents()) {
      Bundle submitted = Bundle.of(store.dataset(), id);
      if (!submitted.isEmpty()) {
        take(submitted.without(contents), contents);
      }
    }
    Graph book = history.withoutSources();
    GraphUtil.addInto(book, Ledger.graph(files, digests));
    contents.put(Ledger.GRAPH, book);
    try (Staging staging = new Staging(sources, contents)) {
      Derivation derivation = new Derivation(sources);
      Derived facts =
          staging.derive(
              all -> coded.facts(derivation.all(all), derivation.of(all, coded.propositions())));
      staging.check(new Locator(files));
      contents.put(Derivation.FACTS, facts.documents());
      contents.keySet().removeIf(Vocab::ofEvents);
      return facts;
    }
  }

  /** What is stored where it is the same: reading a file again gives its blank nodes new labels. */
  private Graph kept(Node name, Graph read) {
    Graph stored = store.dataset().getGraph(name);
    return stored.isIsomorphicWith(read) ? stored : read;
  }

  private static void take(Bundle bundle, Map<Node, Graph> contents) {
    DatasetGraph data = DatasetGraphFactory.create();
    contents.forEach(data::addGraph);
    Replacement replacement = Replacement.of(data, bundle);
    if (!replacement.findings().isEmpty()) {
      throw new Rejected(replacement.findings());
    }
    contents.putAll(replacement.contents());
  }

  private static List<Entry> entries(Map<String, String> now, Map<String, String> before) {
    List<Entry> entries = new ArrayList<>();
    now.forEach(
        (file, digest) -> {
          String known = before.get(file);
          Change change =
              known == null ? Change.NEW : known.equals(digest) ? Change.UNCHANGED : Change.CHANGED;
          entries.add(new Entry(file, change));
        });
    before.keySet().stream()
        .filter(file -> !now.containsKey(file))
        .sorted()
        .forEach(file -> entries.add(new Entry(file, Change.REMOVED)));
    return entries;
  }

  /** The sources in a store in memory, for whoever only reads. */
  public static Store inMemory(Sources sources) {
    Store store = Store.inMemory();
    new Intake(store, sources).load();
    return store;
  }
}
