package org.parley.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has absolute addresses be those of the operator, {@code parley.base}, whatever {@code Host} a
 * client sends. Without that setting they follow {@code Host}, of which Tomcat checks the form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class PublicAddress extends OncePerRequestFilter {
  private final @Nullable URI base;

  PublicAddress(@Value("${parley.base:#{null}}") @Nullable URI base) {
    this.base = base;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(base == null ? request : new At(base, request), response);
  }

  private static final class At extends HttpServletRequestWrapper {
    private final URI base;

    At(URI base, HttpServletRequest request) {
      super(request);
      this.base = base;
    }

    @Override
    public String getScheme() {
      return base.getScheme();
    }

    @Override
    public String getServerName() {
      return base.getHost();
    }

    @Override
    public int getServerPort() {
      return base.getPort() >= 0 ? base.getPort() : isSecure() ? 443 : 80;
    }

    @Override
    public boolean isSecure() {
      return base.getScheme().equals("https");
    }
  }
}
