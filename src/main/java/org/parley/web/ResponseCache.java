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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.queries.DeadlinePassed;
import org.parley.store.EngineFailure;
import org.parley.store.Overloaded;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what {@link Representations} sends, and sends it again to who asks for the same: the same
 * address of the same host, with the same {@code Accept}. What is kept is of one revision, and is
 * not sent when the store has another. Then one request makes it anew, and those that come
 * meanwhile wait for that: a new revision ends all that is kept, and many would make the same at
 * once.
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

  /** What was sent with 200, and of which revision it is. */
  record Sent(Revision revision, HttpHeaders headers, Representation representation) {

    /** The same to another request. */
    ResponseEntity<byte[]> to(HttpServletRequest request) {
      HttpStatus status = Preconditions.of(request, headers.getETag(), revision.at());
      var response = ResponseEntity.status(status).headers(headers);
      return status == HttpStatus.OK ? response.body(representation.body()) : response.build();
    }
  }

  private final Store store;
  private final long largest;
  private final Cache<Key, Sent> kept;
  private final ConcurrentMap<Key, CompletableFuture<Sent>> coming = new ConcurrentHashMap<>();

  ResponseCache(Store store, @Value("${parley.cache:32MB}") DataSize size) {
    this.store = store;
    this.largest = size.toBytes() / 8;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher(
                (Key key, Sent sent) -> OVERHEAD + 2 * LONGEST + sent.representation.body().length)
            .recordStats()
            .build();
  }

  /**
   * Makes an answer, and keeps it; or, where another request is making the same, waits for that.
   *
   * @param making is called within no reading
   */
  Sent shared(HttpServletRequest request, Supplier<Sent> making) {
    Key key = key(request);
    if (key == null) {
      return making.get();
    }
    long newest = store.revision().number();
    while (true) {
      CompletableFuture<Sent> mine = new CompletableFuture<>();
      CompletableFuture<Sent> others = coming.putIfAbsent(key, mine);
      if (others == null) {
        return made(key, mine, making);
      }
      try {
        Sent sent = others.join();
        if (sent.revision.number() >= newest) {
          return sent;
        }
      } catch (CompletionException e) {
        if (e.getCause() instanceof DeadlinePassed || e.getCause() instanceof Overloaded) {
          throw (RuntimeException) e.getCause(); // to try again would make it worse
        }
      } catch (CancellationException e) {
        // nobody made it: try again
      }
    }
  }

  private Sent made(Key key, CompletableFuture<Sent> mine, Supplier<Sent> making) {
    try {
      Sent sent = making.get();
      if (!sent.representation.isLive() && sent.representation.body().length <= largest) {
        kept.put(key, sent);
      }
      mine.complete(sent);
      return sent;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      coming.remove(key, mine);
      mine.cancel(false); // if it is not complete by now
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Key key = key(request);
    Sent sent = key == null ? null : kept.getIfPresent(key);
    if (sent == null || !isNewest(sent.revision)) {
      chain.doFilter(request, response);
      return;
    }
    ResponseEntity<byte[]> answer = sent.to(request);
    response.setStatus(answer.getStatusCode().value());
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(each -> response.addHeader(name, each)));
    byte[] body = answer.getBody();
    if (body != null) {
      response.setContentLength(body.length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(body);
      }
    }
  }

  private boolean isNewest(Revision revision) {
    try {
      return revision.equals(store.revision());
    } catch (EngineFailure e) {
      return false; // who asks the store for the answer is told, too
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
    return request.getServerName().length() + target.length() + accept.length() > LONGEST
        ? null
        : new Key(
            request.getScheme(), request.getServerName(), request.getServerPort(), target, accept);
  }
}
