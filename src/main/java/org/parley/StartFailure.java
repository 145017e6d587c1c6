package org.parley;

import org.jspecify.annotations.Nullable;
import org.parley.intake.NoDocuments;
import org.parley.intake.NoSources;
import org.parley.intake.Rejected;
import org.parley.queries.BadQueryFile;
import org.parley.shapes.BadRule;
import org.parley.store.StoreUnavailable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Shows a failure to start that a person can mend as one screen of text, without a stack trace. */
public final class StartFailure implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreUnavailable
          || cause instanceof Rejected
          || cause instanceof NoSources
          || cause instanceof NoDocuments
          || cause instanceof BadRule
          || cause instanceof BadQueryFile) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
      }
    }
    return null;
  }
}
