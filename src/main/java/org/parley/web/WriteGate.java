package org.parley.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request that would change the data through when it carries the token; no other reaches
 * what reads its body. A browser carries no token by itself, so no other site can make it write.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class WriteGate extends OncePerRequestFilter {
  private static final Set<String> WRITES = Set.of("PUT", "DELETE", "PATCH");

  private final WriteToken token;
  private final Problems problems;

  WriteGate(WriteToken token, Problems problems) {
    this.token = token;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WRITES.contains(request.getMethod())
        || !request.getRequestURI().startsWith(request.getContextPath() + "/documents/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!token.present()) {
      problems.write(
          request,
          response,
          new Problem(
              403,
              "writes-off",
              "Nobody may write here",
              "This server takes no changes: it was started without the setting parley.token."));
    } else if (!token.isCarriedBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
      problems.write(
          request,
          response,
          new Problem(
              401,
              "unauthorized",
              "A token is needed to write",
              "Send the server's token as 'Authorization: Bearer TOKEN'."));
    } else {
      chain.doFilter(request, response);
    }
  }
}
