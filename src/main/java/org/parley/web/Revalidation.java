package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Entity tags for what streams: the answers of {@code /sparql} and {@code /graphs} to GET. They are
 * weak, made of the question and the revision: the same rows may come in another order. A query
 * that asks for the time, a random value or a new node has none.
 */
@Component
final class Revalidation extends OncePerRequestFilter {
  private static final Pattern CHANCE =
      Pattern.compile("\\b(now|rand|uuid|struuid|bnode)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final Store store;

  Revalidation(Store store) {
    this.store = store;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // The revision is read first: the answer may be newer than its tag, never older.
    Revision revision = store.revision();
    String question =
        request.getRequestURI()
            + '?'
            + request.getQueryString()
            + '\n'
            + request.getHeader(HttpHeaders.ACCEPT);
    String asked = Long.toString(revision.at().toEpochMilli(), 36) + question;
    String tag =
        "W/\"%d-%s\""
            .formatted(
                revision.number(), Representations.hex(asked.getBytes(UTF_8)).substring(0, 32));
    response.setHeader(HttpHeaders.ETAG, tag);
    if (!"*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) // the question may be malformed
        && Preconditions.matches(request, HttpHeaders.IF_NONE_MATCH, tag, false)) {
      response.setStatus(HttpStatus.NOT_MODIFIED.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = String.valueOf(request.getQueryString());
    boolean asks = path.equals("/graphs") || (path.equals("/sparql") && pure(query));
    return !asks || !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
  }

  private static boolean pure(String query) {
    try {
      return query.contains("query=") && !CHANCE.matcher(URLDecoder.decode(query, UTF_8)).find();
    } catch (IllegalArgumentException e) {
      return false; // ill-encoded, which others tell
    }
  }
}
