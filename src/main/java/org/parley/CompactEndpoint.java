package org.parley;

import org.parley.store.Compaction;
import org.parley.store.Store;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/compact}: compacts the store, and says what that freed. */
@Component
@Endpoint(id = "compact")
final class CompactEndpoint {
  private final Store store;

  CompactEndpoint(Store store) {
    this.store = store;
  }

  @WriteOperation
  Compaction compact() {
    return store.compact();
  }
}
