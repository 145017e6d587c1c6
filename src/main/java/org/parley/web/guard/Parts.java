package org.parley.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.web.Problem;
import org.parley.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to read with a body in parts. Tomcat takes parameters from one whatever the method is,
 * and what is read is told by the address alone: by that an answer that is kept is found.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class Parts extends OncePerRequestFilter {
  private final Problems problems;

  Parts(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    problems.write(
        request,
        response,
        new Problem(
            415,
            "unsupported-media-type",
            "A body of that type is not read",
            "%s takes no body in parts. Give parameters in the address."
                .formatted(request.getMethod())));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return !reads
        || type == null
        || !type.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }
}
