package org.parley;

import org.parley.store.Revision;
import org.parley.store.Store;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the store can be read: by reading it. */
@Component("storeHealthIndicator")
final class StoreHealth extends AbstractHealthIndicator {
  private final Store store;

  StoreHealth(Store store) {
    super("The store cannot be read");
    this.store = store;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Revision revision = store.revision();
    health
        .up()
        .withDetail("revision", revision.number())
        .withDetail("writtenAt", revision.at().toString());
  }
}
