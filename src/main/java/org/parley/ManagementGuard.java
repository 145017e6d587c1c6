package org.parley;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * On the management port all is denied that is not named in {@code
 * management.endpoints.web.exposure.include}, however its path is spelt, and so is whatever a page
 * in a browser asks for: the operator's browser can reach loopback, and so can what it has open.
 * Not a configuration by annotation, or the public port would find it too.
 */
public final class ManagementGuard extends OncePerRequestFilter {
  private static final Pattern ENDPOINT = Pattern.compile("/actuator/([\\w-]+)(/[\\w-]+)*");

  private final Set<String> named;

  ManagementGuard(@Value("${management.endpoints.web.exposure.include}") String[] named) {
    this.named = Set.of(named);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!named(request.getRequestURI())) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getHeader(HttpHeaders.ORIGIN) != null
        || "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean named(String path) {
    Matcher endpoint = ENDPOINT.matcher(path);
    return endpoint.matches() && named.contains(endpoint.group(1));
  }
}
