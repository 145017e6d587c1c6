package org.parley.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.parley.intake.Receipt.Change;
import org.parley.intake.Receipt.Entry;
import org.parley.shapes.Finding;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** Loads the sources into a store. */
public final class Intake {

  private static final Node FACTS = Vocab.graph("facts");

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
  public Receipt load() {
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
            : replace(files, digests, ledger, entries);
    return store.read(
        () ->
            new Receipt(
                revision,
                entries,
                store.dataset().stream().count(),
                store.dataset().getGraph(FACTS).size()));
  }

  private Revision replace(
      List<SourceFile> files, Map<String, String> digests, Ledger ledger, List<Entry> entries) {
    Map<String, Node> graphs = new HashMap<>(ledger.graphs());
    files.forEach(file -> graphs.put(file.name(), file.graph()));
    Set<Node> stale =
        entries.stream()
            .filter(entry -> entry.change() != Change.UNCHANGED)
            .map(entry -> graphs.get(entry.file()))
            .collect(Collectors.toSet());
    Map<Node, List<SourceFile>> byGraph =
        sources.files().stream().collect(Collectors.groupingBy(SourceFile::graph));
    Map<Node, Graph> contents = new HashMap<>();
    Map<Node, Graph> everything = new HashMap<>();
    byGraph.forEach(
        (graph, parts) -> {
          if (stale.contains(graph)) {
            contents.put(graph, Staging.read(parts));
          }
          everything.put(graph, contents.getOrDefault(graph, store.dataset().getGraph(graph)));
        });
    try (Store staged = Store.inMemory()) {
      store.read(() -> staged.replace(everything, Set.of()));
      Graph facts = staged.read(() -> Staging.facts(sources, staged.dataset()));
      staged.replace(Map.of(FACTS, facts), Set.of());
      check(staged, files);
      contents.put(FACTS, facts);
    }
    contents.put(Ledger.GRAPH, Ledger.graph(files, digests));
    stale.removeAll(contents.keySet());
    return store.replace(contents, stale);
  }

  private void check(Store staged, List<SourceFile> files) {
    List<Finding> findings = staged.read(() -> Staging.findings(sources, staged.dataset()));
    if (!findings.isEmpty()) {
      Locator locator = new Locator(files);
      throw new Rejected(findings.stream().map(f -> f.at(locator.locate(f.focus()))).toList());
    }
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
