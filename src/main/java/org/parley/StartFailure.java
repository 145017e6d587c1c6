package org.parley;

import org.jspecify.annotations.Nullable;
import org.parley.intake.NoDocuments;
import org.parley.intake.NoSources;
import org.parley.intake.Rejected;
import org.parley.queries.BadQueryFile;
import org.parley.shapes.BadRule;
import org.parley.store.EngineFailure;
import org.parley.store.NotWritten;
import org.parley.store.StoreFull;
import org.parley.store.StoreUnavailable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows a failure to start that a person can mend as one screen of text, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailure implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException used) {
        return told(taken(used.getPort()), failure);
      }
      if (cause instanceof UnboundConfigurationPropertiesException unbound) {
        return told(wrong(unbound.getUnboundProperties().iterator().next()), failure);
      }
      if (cause instanceof BindException bind
          && !(bind.getCause() instanceof UnboundConfigurationPropertiesException)
          && bind.getName().toString().startsWith("parley")) {
        return told(wrong(bind), failure);
      }
      if (cause instanceof StoreUnavailable
          || cause instanceof StoreFull
          || cause instanceof NotWritten
          || cause instanceof EngineFailure
          || cause instanceof Rejected
          || cause instanceof NoSources
          || cause instanceof NoDocuments
          || cause instanceof BadRule
          || cause instanceof BadQueryFile) {
        return told(cause.getMessage(), failure);
      }
    }
    return null;
  }

  private static FailureAnalysis told(@Nullable String description, Throwable failure) {
    return new FailureAnalysis(description, null, failure);
  }

  private static String taken(int port) {
    return """
    Port %d is taken, perhaps by another server of this kind, or given for both. Pages and \
    SPARQL listen on server.port (serve --port), health and metrics on %s (serve \
    --management-port), by default one above. Choose another, or 0 for any that is free.\
    """
        .formatted(port, ManagementPort.NAME);
  }

  private static String wrong(ConfigurationProperty setting) {
    return setting.getValue().toString().isBlank()
        ? "The setting %s is empty. Give it a value, or leave it out.".formatted(setting.getName())
        : ("There is no setting %s. There are parley.store, .sources, .documents, .token, .base,"
               + " .cache, .copy; .remote.query, .update, .user, .password, .timeout, .changes; and"
               + " .client.time, .errors, .connections, .patience.")
            .formatted(setting.getName());
  }

  private static String wrong(BindException bind) {
    Throwable root = bind;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    ConfigurationProperty setting = bind.getProperty();
    return setting == null
        ? "The settings %s are wrong: %s.".formatted(bind.getName(), root.getMessage())
        : "The setting %s cannot be %s: %s."
            .formatted(setting.getName(), setting.getValue(), root.getMessage());
  }
}
