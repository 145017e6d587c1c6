package org.parley.rdf;

/** Stands beside {@code vocab}, which must not see it. */
public interface PlantedNeighbour {}
