package org.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what {@link Representations} sends, and sends it again to who asks for the same: the same
 * address of the same host, with the same {@code Accept}. What is kept is of one revision, and is
 * not sent when the store has another.
 *
 * <p>It is bounded by the setting {@code parley.cache}; none is kept that takes more than an eighth
 * of that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class ResponseCache extends OncePerRequestFilter implements MeterBinder {
  private static final int LONGEST = 2_000;
  private static final int OVERHEAD = 2_000;

  /** Whom these name wants another answer than 200 or 304, which {@link Preconditions} finds. */
  private static final List<String> UNKEPT =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE);

  private record Key(String scheme, String host, int port, String target, String accept) {}

  private record Kept(Revision revision, HttpHeaders headers, Representation sent) {}

  private final Store store;
  private final long largest;
  private final Cache<Key, Kept> kept;

  ResponseCache(Store store, @Value("${parley.cache:32MB}") DataSize size) {
    this.store = store;
    this.largest = size.toBytes() / 8;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher((Key key, Kept answer) -> OVERHEAD + 2 * LONGEST + answer.sent.body().length)
            .recordStats()
            .build();
  }

  /** Keeps what was sent with 200, with those headers, of the revision that the reading sees. */
  void keep(
      HttpServletRequest request, Revision revision, HttpHeaders headers, Representation sent) {
    Key key = key(request);
    if (key != null && !sent.isLive() && sent.body().length <= largest) {
      kept.put(key, new Kept(revision, headers, sent));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Key key = key(request);
    Kept answer = key == null ? null : kept.getIfPresent(key);
    if (answer == null || !answer.revision.equals(store.revision())) {
      chain.doFilter(request, response);
      return;
    }
    HttpHeaders headers = answer.headers;
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    HttpStatus status = Preconditions.of(request, headers.getETag(), answer.revision.at());
    response.setStatus(status.value());
    if (status == HttpStatus.OK) {
      response.setContentLength(answer.sent.body().length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(answer.sent.body());
      }
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    new CaffeineCacheMetrics<>(kept, "responses", List.of()).bindTo(registry);
  }

  /** Null where nothing is kept. */
  private static @Nullable Key key(HttpServletRequest request) {
    String method = request.getMethod();
    if (!(method.equals("GET") || method.equals("HEAD"))
        || UNKEPT.stream().anyMatch(name -> request.getHeader(name) != null)) {
      return null;
    }
    String query = request.getQueryString();
    String target = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    String accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    return target.length() + accept.length() > LONGEST
        ? null
        : new Key(
            request.getScheme(), request.getServerName(), request.getServerPort(), target, accept);
  }
}
