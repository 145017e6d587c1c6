package org.parley.web;

import java.io.IOException;
import org.parley.Loaded;
import org.parley.queries.Catalogue;
import org.parley.store.Store;
import org.springframework.context.annotation.Bean;

/** This package over the project's own data and queries. */
class RealData extends Served {

  @Override
  @Bean(destroyMethod = "")
  Store store() {
    return Loaded.store();
  }

  @Override
  @Bean
  Catalogue catalogue() throws IOException {
    return Catalogue.read(Loaded.sources().queries());
  }
}
