package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.web.guard.Quota;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

/** One client that asks too much, and another that is served all the while. */
@SpringBootTest(classes = BudgetTest.Tight.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "server.forward-headers-strategy=framework")
class BudgetTest extends SurfaceTest {
  private static final int ERRORS = 5;

  /** A second of work and five errors a minute. */
  static class Tight extends Served {
    @Override
    Quota quota() {
      return new Quota(Duration.ofSeconds(1), ERRORS, 0, Duration.ofSeconds(10));
    }
  }

  @Test
  void aClientThatOnlyErrsIsAskedToWait() {
    for (int i = 0; i < ERRORS; i++) {
      assertProblem(from("192.0.2.1", "/nowhere"), 404, "unknown-path");
    }
    var refused = from("192.0.2.1", "/robots.txt");
    assertProblem(refused, 429, "be refused 5 times a minute");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 61);
    assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"errors\";q=5;w=60");
    assertThat(from("192.0.2.2", "/robots.txt").statusCode()).as("another").isEqualTo(200);
  }

  @Test
  void aClientThatKeepsTheServerBusyIsAskedToWait() {
    int status = 200;
    for (int limit = 10_000; status == 200; limit--) { // what was asked for before costs nothing
      status = from("192.0.2.3", "/queries/huge.csv?limit=" + limit).statusCode();
    }
    assertThat(status).isEqualTo(429);
    assertProblem(from("192.0.2.3", "/"), 429, "keep the server busy for 1 s a minute");
    assertThat(from("192.0.2.4", "/robots.txt").statusCode()).as("another").isEqualTo(200);
  }

  @Test
  void aClientOfIpv6IsItsNetwork() {
    for (int i = 0; i < ERRORS; i++) {
      assertThat(from("[2001:db8::%d]".formatted(i), "/nowhere").statusCode()).isEqualTo(404);
    }
    assertThat(from("[2001:db8::ffff]", "/").statusCode()).isEqualTo(429);
    assertThat(from("[2001:db8:0:1::1]", "/").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> from(String client, String path) {
    return get(path, "X-Forwarded-For", client);
  }
}
