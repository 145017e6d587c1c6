package org.parley;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.parley.store.Store;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/compact}: compacts the store, and says what that freed. */
@Component
@Endpoint(id = "compact")
final class CompactEndpoint {
  private final Store store;

  CompactEndpoint(Store store) {
    this.store = store;
  }

  /** 501 where the data are in memory, or elsewhere: there is nothing to compact here. */
  @WriteOperation
  WebEndpointResponse<Object> compact() {
    try {
      return new WebEndpointResponse<>(store.compact());
    } catch (UnsupportedOperationException e) {
      return new WebEndpointResponse<>(
          Map.of("message", String.valueOf(e.getMessage())),
          HttpServletResponse.SC_NOT_IMPLEMENTED);
    }
  }
}
