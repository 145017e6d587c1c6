package org.parley.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.shared.PrefixMapping;

/** The prefixes of everything written. */
public final class Prefixes {

  /** The kinds of things: the first step of their IRI's path, and the prefix for it. */
  public static final List<String> KINDS =
      List.of(
          "actor",
          "place",
          "meeting",
          "series",
          "event",
          "issue",
          "proposition",
          "stance",
          "attestation",
          "passage",
          "document",
          "post",
          "date",
          "outcome");

  /** Prefix to namespace: our own, then one for each kind, then those of others. */
  public static final Map<String, String> ALL = Collections.unmodifiableMap(all());

  private Prefixes() {}

  /** The same as Jena wants it; nobody can change it. */
  public static PrefixMapping mapping() {
    return PrefixMapping.Factory.create().setNsPrefixes(ALL).lock();
  }

  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("parley", Vocab.NS);
    KINDS.forEach(kind -> all.put(kind, Vocab.ID + kind + "/"));
    all.put("graph", Vocab.GRAPH);
    all.put("oa", "http://www.w3.org/ns/oa#");
    all.put("prov", "http://www.w3.org/ns/prov#");
    all.put("dcterms", "http://purl.org/dc/terms/");
    all.put("skos", "http://www.w3.org/2004/02/skos/core#");
    all.put("foaf", "http://xmlns.com/foaf/0.1/");
    all.put("org", "http://www.w3.org/ns/org#");
    all.put("owl", "http://www.w3.org/2002/07/owl#");
    all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return all;
  }
}
