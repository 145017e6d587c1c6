package org.parley.intake;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.parley.shapes.Finding;

/**
 * A document that is to be put in, or taken out.
 *
 * @param bundle the version that is to be; empty when it is to be taken out
 * @param because what is told of the things that go with it
 * @param request the digest of the request, to tell a repetition from another with the same key
 * @param locator says where in the bundle a node is described
 */
record Submission(
    Bundle bundle, String because, String request, Locator locator, Conditions conditions) {

  /** The receipt, if this was done before. */
  Optional<String> answered(DatasetGraph data) {
    String key = conditions.key();
    return key == null || conditions.dryRun()
        ? Optional.empty()
        : History.of(data).receipt(key, request);
  }

  /**
   * The version that is there now; empty when there is none.
   *
   * @throws NotTaken when the conditions do not hold, or there is nothing to take out
   */
  Bundle present(DatasetGraph data) {
    Bundle present = Bundle.of(data, bundle.id());
    if (present.isEmpty() && bundle.isEmpty()) {
      throw NotTaken.unknown(bundle.id());
    }
    conditions.check(present);
    return present;
  }

  /** The notes on what is gone and what is back, after it. */
  Graph noted(DatasetGraph data, Replacement replacement) {
    History history = History.of(data);
    replacement.described().forEach(history::back);
    history.gone(replacement.gone(), because);
    return history.book();
  }

  /** The same with a receipt for it. */
  Graph noted(History history, Receipt receipt) {
    history.add(receipt, this);
    return history.book();
  }

  List<Finding> located(List<Finding> findings) {
    return findings.stream()
        .limit(Rejected.MOST)
        .map(f -> f.at(locator.locate(f.focus())))
        .toList();
  }

  /** How many passages were held against the text; null when there is none. */
  @Nullable Integer proven(Staging staging, Documents documents, byte @Nullable [] text) {
    Evidence.Texts texts;
    if (text != null) {
      texts = (file, digest) -> DocumentText.proven("What was sent", text, digest);
    } else if (bundle.fileName().filter(documents::has).isPresent()) {
      texts = documents::text;
    } else {
      return null;
    }
    Evidence evidence = staging.ask(data -> Evidence.check(bundle.name(), texts, locator, data));
    if (!evidence.findings().isEmpty()) {
      throw new Rejected(evidence.findings());
    }
    return evidence.passages();
  }
}
