package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestIdTest extends SurfaceTest {

  @Test
  void theClientsOwnIsKept() {
    assertThat(header(get("/", RequestId.HEADER, "a-1.b_2"), RequestId.HEADER))
        .isEqualTo("a-1.b_2");
    assertThat(header(get("/nowhere", RequestId.HEADER, "a-1.b_2"), RequestId.HEADER))
        .isEqualTo("a-1.b_2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "<script>", "a%0Ab"})
  void whatIsMalformedIsReplaced(String given) {
    assertThat(header(get("/queries", RequestId.HEADER, given), RequestId.HEADER))
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void whatIsTooLongIsReplaced() {
    assertThat(header(get("/queries", RequestId.HEADER, "a".repeat(65)), RequestId.HEADER))
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void logLinesCarryItAsLongAsTheRequestLasts() throws Exception {
    var request = new MockHttpServletRequest();
    request.addHeader(RequestId.HEADER, "r-7");
    AtomicReference<String> logged = new AtomicReference<>();
    new RequestId()
        .doFilter(
            request,
            new MockHttpServletResponse(),
            (asked, answered) -> logged.set(MDC.get(RequestId.KEY)));
    assertThat(logged).hasValue("r-7");
    assertThat(MDC.get(RequestId.KEY)).isNull();
  }
}
