package org.parley.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.intake.NotTaken;
import org.parley.intake.Rejected;
import org.parley.store.CommitInDoubt;
import org.parley.store.NotWritten;
import org.parley.store.StoreFull;

/** What is wrong with a document or with the request that brought it. */
final class IntakeProblems {
  private IntakeProblems() {}

  static Problem of(Rejected rejected) {
    List<Map<String, String>> findings =
        rejected.findings().stream()
            .map(
                finding -> {
                  Map<String, String> members = new LinkedHashMap<>();
                  members.put("message", finding.message());
                  members.put("rule", finding.rule());
                  if (finding.place() != null) {
                    members.put("place", finding.place());
                  }
                  if (finding.focus() != null) {
                    members.put("node", finding.focus().toString());
                  }
                  return members;
                })
            .toList();
    return new Problem(
        422,
        "rejected-document",
        "The document was not taken",
        String.valueOf(rejected.getMessage()),
        Map.of("findings", findings));
  }

  static Problem of(NotTaken e) {
    String text = String.valueOf(e.getMessage());
    return switch (e.why()) {
      case MALFORMED_ID -> new Problem(400, "malformed-name", "No document has such a name", text);
      case UNKNOWN -> new Problem(404, "unknown-entity", "There is no such document", text);
      case OUTDATED -> new Problem(412, "outdated", "It is not the version you mean", text);
      case CONDITION_MISSING ->
          new Problem(428, "condition-missing", "Say which version you mean", text);
      case KEY_REUSED -> new Problem(422, "key-reused", "The key is another request's", text);
      case BUSY -> new Problem(503, "busy", "Too many changes at once", text);
    };
  }

  static Problem of(StoreFull e) {
    return new Problem(
        507, "store-full", "The disk is nearly full", String.valueOf(e.getMessage()));
  }

  static Problem of(NotWritten e) {
    return new Problem(503, "not-written", "Nothing was changed", String.valueOf(e.getMessage()));
  }

  /** Whether it is stored is not known, so it is no promise of either. */
  static Problem of(CommitInDoubt e) {
    return new Problem(
        500, "commit-in-doubt", "It may be stored or not", String.valueOf(e.getMessage()));
  }
}
