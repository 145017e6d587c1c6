package org.parley.intake;

import static org.parley.intake.Receipt.Outcome.ADDED;
import static org.parley.intake.Receipt.Outcome.CORRECTED;
import static org.parley.intake.Receipt.Outcome.RETRACTED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Derivation.Affected;
import org.parley.intake.Receipt.Count;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.parley.vocab.Vocab;

/** Puts documents in and takes them out, one at a time: read, stage in memory, check, commit. */
public final class Submissions {

  /** How long deriving and checking may take, while others wait. */
  private static final Duration TIME = Duration.ofMinutes(2);

  private final Store store;
  private final Sources sources;
  private final Documents documents;
  private final Counter counter;
  private final Derivation derivation;

  /**
   * @param documents where the texts are; a document whose text is not there is taken at its word
   * @param waiting how many changes may wait for another to end
   */
  public Submissions(Store store, Sources sources, Documents documents, int waiting) {
    this.store = store;
    this.sources = sources;
    this.documents = documents;
    this.counter = new Counter(waiting);
    this.derivation = new Derivation(sources);
  }

  /**
   * A document with all that it rests on.
   *
   * @throws NotTaken when its name is none, or there is no such document
   */
  public Bundle get(String id) {
    named(id);
    Bundle bundle = store.read(() -> Bundle.of(store.dataset(), id));
    if (bundle.isEmpty()) {
      throw NotTaken.unknown(id);
    }
    return bundle;
  }

  /**
   * Puts a document in, or another version in the place of the present one.
   *
   * @param body the bundle
   * @param text the text of the document, which is not kept; null when it was not sent
   * @throws NotTaken when the conditions do not hold, or too many wait
   * @throws Rejected when something is wrong with the document
   */
  public Receipt put(
      String id, byte[] body, RdfFormat format, byte @Nullable [] text, Conditions conditions) {
    named(id);
    String name = id + "." + format.extension();
    Bundle bundle = Bundle.read(body, name, format, id);
    Submission change =
        new Submission(
            bundle,
            "document %s was corrected".formatted(id),
            Digest.of("PUT " + id + " " + Digest.of(body) + (text == null ? "" : Digest.of(text))),
            new Locator(name, new String(body, StandardCharsets.UTF_8)),
            conditions);
    return counter.serve(() -> answer(change, staging -> change.proven(staging, documents, text)));
  }

  /**
   * Takes a document out.
   *
   * @param reason why, for those who look for it later
   * @throws NotTaken when there is no such document, the conditions do not hold, or too many wait
   * @throws Rejected when other documents cannot stand without it
   */
  public Receipt retract(String id, String reason, Conditions conditions) {
    named(id);
    Submission change =
        new Submission(
            Bundle.empty(id),
            reason,
            Digest.of("DELETE " + id + " " + reason),
            new Locator(sources.files()),
            conditions);
    return counter.serve(() -> answer(change, staging -> null));
  }

  private static void named(String id) {
    if (!Bundle.isId(id)) {
      throw NotTaken.malformedId(id);
    }
  }

  private Receipt answer(Submission change, Proof proof) {
    Optional<String> given = store.read(() -> change.answered(store.dataset()));
    if (given.isPresent()) {
      return Receipt.read(given.get());
    }
    Map<Node, Graph> contents = new HashMap<>();
    Set<Quad> added = new HashSet<>();
    Set<Quad> removed = new HashSet<>();
    Receipt receipt = store.read(() -> draw(change, proof, contents, added, removed));
    if (!change.conditions().dryRun() && !contents.isEmpty()) {
      store.extend(contents, added, removed);
    }
    return receipt;
  }

  /** Draws a change up, with all that can go wrong, and fills in what the store is to hold. */
  private Receipt draw(
      Submission change,
      Proof proof,
      Map<Node, Graph> contents,
      Set<Quad> added,
      Set<Quad> removed) {
    DatasetGraph data = store.dataset();
    long revision = store.revision().number();
    boolean dry = change.conditions().dryRun();
    Bundle next = change.bundle();
    Bundle present = change.present(data);
    Replacement replacement = Replacement.of(data, next);
    if (!replacement.findings().isEmpty()) {
      throw new Rejected(change.located(replacement.findings()));
    }
    if (replacement.isEmpty()) {
      boolean noted = !dry && change.conditions().key() != null;
      Receipt receipt = Receipt.unchanged(present, dry, noted ? revision + 1 : revision);
      if (noted) { // a repetition, when the document is another, must not be carried out
        contents.put(Ledger.GRAPH, change.noted(History.of(data), receipt));
      }
      return receipt;
    }
    contents.putAll(replacement.contents());
    Map<Node, Graph> everything = new HashMap<>();
    data.listGraphNodes().forEachRemaining(name -> everything.put(name, data.getGraph(name)));
    everything.keySet().removeIf(name -> name.equals(Ledger.GRAPH) || Vocab.ofEvents(name));
    Coded coded =
        Coded.of(data, Stream.of(everything, contents).flatMap(m -> m.values().stream()).toList());
    everything.putAll(coded.graphs());
    everything.putAll(contents);
    everything.put(Ledger.GRAPH, change.noted(data, replacement));
    try (Staging staging = new Staging(sources, everything).within(TIME)) {
      Affected affected = Derivation.affected(data, replacement.changed());
      affected.add(staging.ask(after -> Derivation.affected(after, replacement.changed())));
      Graph before = data.getGraph(Derivation.FACTS);
      Derived facts =
          staging.derive(
              after ->
                  coded.facts(
                      derivation.again(before, after, replacement.changed(), affected.pairs()),
                      derivation.of(after, coded.propositions())));
      contents.put(Derivation.FACTS, facts.documents());
      added.addAll(facts.added());
      removed.addAll(facts.removed());
      staging.check(change.locator());
      Standings stood = Standings.of(data, affected.propositions());
      Receipt receipt =
          new Receipt(
              next.name().getURI(),
              next.isEmpty() ? RETRACTED : present.isEmpty() ? ADDED : CORRECTED,
              dry,
              dry ? revision : revision + 1,
              next.isEmpty() ? null : staging.ask(after -> Bundle.of(after, next.id())).digest(),
              proof.of(staging),
              Count.of(data, contents),
              stood.until(
                  staging.ask(after -> Standings.of(after, affected.propositions())),
                  Derived.and(before, removed),
                  Derived.and(facts.documents(), added)),
              replacement.gone().stream().map(Node::getURI).sorted().toList());
      contents.put(
          Ledger.GRAPH, change.noted(new History(change.noted(data, replacement)), receipt));
      return receipt;
    }
  }

  /** How many passages were held against the text; null when there was none. */
  @FunctionalInterface
  private interface Proof {
    @Nullable Integer of(Staging staging);
  }
}
