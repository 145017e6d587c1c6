package org.parley.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.parley.web.Problem;
import org.parley.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that one part of the server would read otherwise than another.
 *
 * <ul>
 *   <li>What is read is told by the address alone, and by that an answer that is kept is found; but
 *       Tomcat takes parameters from a body in parts whatever the method is.
 *   <li>Tomcat does not look at the parameters of a path ({@code /a;b=c}), and what comes after it
 *       fails at a broken escape there (RFC 3986 §2.1).
 * </ul>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class Unambiguous extends OncePerRequestFilter {
  private static final Pattern BROKEN = Pattern.compile("%(?!\\p{XDigit}{2})");
  private static final String PARTS = "multipart/";

  private final Problems problems;

  Unambiguous(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hasParts(request)) {
      problems.write(
          request,
          response,
          new Problem(
              415,
              "unsupported-media-type",
              "A body of that type is not read",
              "%s takes no body in parts. Give parameters in the address."
                  .formatted(request.getMethod())));
    } else if (BROKEN.matcher(request.getRequestURI()).find()) {
      problems.write(
          request,
          response,
          new Problem(
              400,
              "malformed-address",
              "The address is malformed",
              "A % in an address is followed by two hexadecimal digits. Write %25 for the sign"
                  + " itself."));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean hasParts(HttpServletRequest request) {
    String type = request.getContentType();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads && type != null && type.strip().regionMatches(true, 0, PARTS, 0, PARTS.length());
  }
}
