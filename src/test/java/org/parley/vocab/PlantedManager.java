package org.parley.vocab;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.lucene.search.Query;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.parley.Parley;
import org.parley.rdf.PlantedNeighbour;
import org.springframework.boot.SpringApplication;

/** Breaks every rule of the floor plan, so that {@code FloorPlanTest} is seen to catch it. */
public final class PlantedManager {

  static final List<Class<?>> SEEN =
      List.of(
          Parley.class,
          PlantedNeighbour.class,
          RDFFormat.class,
          TDB2Factory.class,
          ShaclValidator.class,
          Fuseki.class,
          Query.class,
          Transliterator.class,
          SpringApplication.class);

  private PlantedManager() {}
}
