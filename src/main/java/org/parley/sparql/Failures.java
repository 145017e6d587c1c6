package org.parley.sparql;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.ARQInternalErrorException;
import org.jspecify.annotations.Nullable;
import org.parley.queries.DeadlinePassed;
import org.parley.queries.MalformedQuery;
import org.parley.store.EngineFailure;
import org.parley.store.Overloaded;
import org.parley.store.TooMuch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what goes wrong within Fuseki's dispatcher out of it, past its own error texts. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String KEPT = Failures.class.getName();

  private Failures() {}

  /** Part of answering a request. */
  @FunctionalInterface
  interface Answering {
    void run() throws IOException;
  }

  /** Does something and keeps its failure with the request. */
  static void keep(HttpAction action, Answering answering) {
    try {
      answering.run();
    } catch (Throwable failure) {
      action.getRequest().setAttribute(KEPT, told(failure));
    }
  }

  /** The failure kept with a request, if there is one. */
  static @Nullable Throwable of(ServletRequest request) {
    return (Throwable) request.getAttribute(KEPT);
  }

  /** What Jena means, in our words. */
  private static Throwable told(Throwable failure) {
    return switch (failure) {
      case Refused refused -> refused;
      case MalformedQuery malformed -> malformed;
      case DeadlinePassed late -> late;
      case TooMuch tooMuch -> tooMuch;
      case Overloaded overloaded -> overloaded;
      case EngineFailure engine -> engine;
      case ARQInternalErrorException ours -> ours;
      case QueryException e -> Refused.query("The query cannot be answered: " + e.getMessage());
      case StackOverflowError e ->
          Refused.query("The query is nested too deeply or is too long. Take it apart");
      case UncheckedIOException gone -> new IOException(gone);
      case RuntimeIOException e when e.getCause() instanceof IOException io -> io;
      case RuntimeException e when stumbled(e) -> {
        LOG.warn("The engine cannot work a query out: {}", e.toString());
        yield Refused.query(
            "The engine cannot work this query out: %s. Ask it differently"
                .formatted(e.getMessage()));
      }
      default -> failure;
    };
  }

  /** Whether the engine met a value that one of its functions cannot bear, such as 0.0/0.0. */
  private static boolean stumbled(RuntimeException failure) {
    return failure instanceof ArithmeticException
        || failure instanceof IllegalArgumentException
        || failure.getClass().equals(JenaException.class);
  }
}
