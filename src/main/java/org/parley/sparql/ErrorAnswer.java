package org.parley.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a failure is told to a client. Whoever mounts the {@link SparqlEndpoint} supplies it. */
@FunctionalInterface
public interface ErrorAnswer {

  /**
   * Answers a request that failed; nothing of the response is written yet.
   *
   * @param failure a {@link Refused}, a {@link org.parley.queries.MalformedQuery}, or anything
   *     else, which then is a fault of the server
   * @throws IOException when the client is gone
   */
  void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException;
}
