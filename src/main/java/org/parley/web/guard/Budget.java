package org.parley.web.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.parley.web.Problem;
import org.parley.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a client that has used up its {@link Quota} with 429, and says when to come again ({@code
 * Retry-After}; {@code RateLimit} as draft-ietf-httpapi-ratelimit-headers has it).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class Budget extends OncePerRequestFilter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** As many as have asked of late. */
  private static final int CLIENTS = 100_000;

  private final Quota quota;
  private final Problems problems;
  private final LoadingCache<String, Account> accounts =
      Caffeine.newBuilder()
          .maximumSize(CLIENTS)
          .expireAfterAccess(MINUTE.multipliedBy(2)) // by then nothing is owed
          .build(client -> new Account());

  Budget(Quota quota, Problems problems) {
    this.quota = quota;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Account account = accounts.get(Client.of(request.getRemoteAddr()));
    if (account.time.spent(request, response) || account.errors.spent(request, response)) {
      return;
    }
    PacedAnswer answer = new PacedAnswer(response, quota);
    long since = System.nanoTime();
    try {
      chain.doFilter(request, answer);
    } finally {
      account.time.pay(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
      if (response.getStatus() / 100 == 4) {
        account.errors.pay(1);
      }
    }
    if (answer.broken()) {
      throw new IOException("An answer was broken off, as it was taken too slowly");
    }
  }

  /** Not for the error page of what has been paid for. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return true;
  }

  private final class Account {
    final Purse time =
        new Purse(
            "time",
            "keep the server busy for " + quota.time().toSeconds() + " s",
            quota.time().toMillis());
    final Purse errors =
        new Purse("errors", "be refused " + quota.errors() + " times", quota.errors());
  }

  /** So much a minute, of which at most as much again can be owed. */
  private final class Purse {
    private final String name;
    private final String bound;
    private final long most;
    private final Bucket bucket;

    Purse(String name, String bound, long most) {
      this.name = name;
      this.bound = bound;
      this.most = most;
      Bandwidth limit =
          Bandwidth.builder()
              .capacity(Math.max(1, most))
              .refillGreedy(Math.max(1, most), MINUTE)
              .build();
      this.bucket = Bucket.builder().addLimit(limit).build();
    }

    void pay(long amount) {
      long affordable = Math.min(amount, bucket.getAvailableTokens() + most);
      if (most > 0 && affordable > 0) {
        var unused = bucket.consumeIgnoringRateLimits(affordable);
      }
    }

    /** Whether nothing is left; then the client is told. */
    boolean spent(HttpServletRequest request, HttpServletResponse response) throws IOException {
      var asked = bucket.estimateAbilityToConsume(1);
      if (most == 0 || asked.canBeConsumed()) {
        return false;
      }
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(asked.getNanosToWaitForRefill());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
      response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(name, most));
      response.setHeader("RateLimit", "\"%s\";r=0;t=%d".formatted(name, seconds));
      problems.write(
          request,
          response,
          new Problem(
              429,
              "too-many-requests",
              "Too much at once",
              "A client may %s a minute. Wait for %d s, then ask more slowly."
                  .formatted(bound, seconds)));
      return true;
    }
  }
}
