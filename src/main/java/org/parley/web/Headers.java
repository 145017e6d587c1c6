package org.parley.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer carries, errors included: that it depends on what the client accepts, that any
 * site may read it (CORS, without credentials), and that a browser shall run and fetch nothing but
 * our own files for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Headers extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    set(response);
    if (CorsUtils.isPreFlightRequest(request)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Accept, Content-Type, If-Match, If-Modified-Since, If-None-Match, X-Request-Id");
      response.setHeader("Access-Control-Max-Age", "86400");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** What Tomcat refuses by itself comes here for its error page only. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /** Completes what is allowed: who answers GET answers HEAD and OPTIONS too. */
  static void allow(HttpServletResponse response) {
    String allowed = response.getHeader("Allow");
    if (allowed == null) {
      return;
    }
    Set<String> methods = new LinkedHashSet<>(Arrays.asList(allowed.split("\\s*,\\s*")));
    if (methods.contains("GET")) {
      methods.addAll(List.of("HEAD", "OPTIONS"));
    }
    response.setHeader("Allow", String.join(", ", methods));
  }

  /** Also for answers that the container gives before any filter runs. */
  static void set(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Vary", "Accept");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "Allow, Content-Location, ETag, Link, Location, Parley-Complete, Parley-Revision,"
            + " RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, X-Request-Id");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  }
}
