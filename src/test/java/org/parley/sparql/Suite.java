package org.parley.sparql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.parley.store.Store;

/** A suite of the W3C, asked of a server of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Suite {

  final Store store = Store.inMemory();
  Server server;

  @BeforeAll
  void start() {
    server = new Server(store, Limits.STANDARD);
  }

  @AfterAll
  void stop() {
    server.close();
    store.close();
  }
}
