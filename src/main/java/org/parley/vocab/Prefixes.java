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

  /**
   * Prefix to namespace of everything but the things: also of the vocabularies that only the
   * ontology and the description of the data set refer to.
   */
  public static final Map<String, String> VOCABULARIES =
      Collections.unmodifiableMap(vocabularies());

  private Prefixes() {}

  /** The same as Jena wants it; nobody can change it. */
  public static PrefixMapping mapping() {
    return PrefixMapping.Factory.create().setNsPrefixes(ALL).setNsPrefixes(VOCABULARIES).lock();
  }

  private static Map<String, String> vocabularies() {
    Map<String, String> vocabularies = new LinkedHashMap<>(ALL);
    vocabularies.keySet().removeAll(KINDS);
    vocabularies.put("shape", "https://w3id.org/parley/shapes#");
    vocabularies.put("crm", "http://www.cidoc-crm.org/cidoc-crm/");
    vocabularies.put("dc", "http://purl.org/dc/elements/1.1/");
    vocabularies.put("dcat", "http://www.w3.org/ns/dcat#");
    vocabularies.put("edtf", "http://id.loc.gov/datatypes/edtf/");
    vocabularies.put("format", "http://www.w3.org/ns/formats/");
    vocabularies.put("lode", "http://linkedevents.org/ontology/");
    vocabularies.put("schema", "https://schema.org/");
    vocabularies.put("sd", "http://www.w3.org/ns/sparql-service-description#");
    vocabularies.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
    vocabularies.put("sh", "http://www.w3.org/ns/shacl#");
    vocabularies.put("spdx", "http://spdx.org/rdf/terms#");
    vocabularies.put("time", "http://www.w3.org/2006/time#");
    vocabularies.put("vann", "http://purl.org/vocab/vann/");
    vocabularies.put("void", "http://rdfs.org/ns/void#");
    vocabularies.put("vs", "http://www.w3.org/2003/06/sw-vocab-status/ns#");
    vocabularies.put("wd", "http://www.wikidata.org/entity/");
    return vocabularies;
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
