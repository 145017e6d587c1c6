package org.parley.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/**
 * The same random data set for the same seed, made of the terms that writers get wrong. A wild one
 * also holds what XML, RDF/XML or JSON-LD cannot express.
 */
final class RandomQuads {

  static {
    // Whoever touches Jena's vocabularies first meets them half built.
    JenaSystem.init();
  }

  static final String NS = "http://example.org/ns#";

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private static final List<String> TAME_PREDICATES =
      List.of(NS + "p", NS + "q_2", NS + "r-3.x", RDF.type.getURI(), NS + "ünï", "tag:a,2025:b/c");
  private static final List<String> WILD_PREDICATES =
      List.of(
          "http://example.org/ends/",
          NS + "123",
          NS + "a%20",
          RDF.getURI() + "li",
          RDF.getURI() + "Description",
          "http://www.w3.org/2000/xmlns/x");
  private static final List<String> RESOURCES =
      List.of(
          NS + "a",
          NS + "b.c",
          NS + "d.",
          NS + "-e",
          NS,
          "http://example.org/x?y=1&z='2'",
          "http://example.org/%20/(f)",
          "http://example.org/Зеленський",
          "http://example.org/\uD83D\uDD4A",
          "urn:isbn:0451450523",
          RDF.nil.getURI());
  private static final List<String> TAME_STRINGS =
      List.of(
          "",
          " two  spaces ",
          "quote \" and ' and \"\"\"",
          "back\\slash \\n \\u0041",
          "line\nfeed",
          "carriage\rreturn\r\n",
          "tab\t",
          "<b>&amp;]]></b>",
          "Мир",
          "\uD83D\uDD4A dove",
          "e\u0301 \u200F\u2028\u0085",
          "=1+1",
          "ends in quote\"",
          "ends in backslash\\",
          "@en",
          "^^");
  private static final List<String> WILD_STRINGS =
      List.of("bell\u0007", "escape\u001B", "nul\u0000");
  private static final List<String> LANGUAGES =
      List.of("en", "uk", "en-GB", "zh-Hant", "de-CH-1996");
  private static final List<String[]> NUMBERS =
      List.of(
          new String[] {"integer", "1", "01", "+1", "-0", "12345678901234567890"},
          new String[] {"decimal", "1.0", "1.50", "01.5", "1", "-.5", "+1.0"},
          new String[] {"double", "1.0E0", "1e0", "INF", "NaN", "-0.0E0", "1"},
          new String[] {"boolean", "true", "1", "0", "false"},
          new String[] {"date", "2025-07-23", "2025-07-23Z"},
          new String[] {"string", "plain"},
          new String[] {"float", "1.0"});

  private final Random random;
  private final boolean wild;

  RandomQuads(long seed, boolean wild) {
    this.random = new Random(seed);
    this.wild = wild;
  }

  /** Up to this many quads, a third of them in named graphs, and a list. */
  List<Quad> quads(int size, boolean namedGraphs) {
    List<Quad> quads = new ArrayList<>();
    while (quads.size() < size) {
      Node graph = namedGraphs && random.nextInt(3) == 0 ? graph() : Quad.defaultGraphIRI;
      quads.add(new Quad(graph, subject(), predicate(), object()));
    }
    list(quads);
    return quads.stream().distinct().toList();
  }

  private void list(List<Quad> quads) {
    Node cell = NodeFactory.createBlankNode("list");
    quads.add(new Quad(Quad.defaultGraphIRI, subject(), iri(NS + "list"), cell));
    for (int i = random.nextInt(3); i >= 0; i--) {
      Node rest = i == 0 ? RDF.nil.asNode() : NodeFactory.createBlankNode("list" + i);
      quads.add(new Quad(Quad.defaultGraphIRI, cell, RDF.first.asNode(), item()));
      quads.add(new Quad(Quad.defaultGraphIRI, cell, RDF.rest.asNode(), rest));
      cell = rest;
    }
  }

  private Node item() {
    Node item = wild && random.nextInt(4) == 0 ? RDF.nil.asNode() : object();
    return wild || !item.equals(RDF.nil.asNode()) ? item : iri(NS + "item");
  }

  private Node graph() {
    return random.nextInt(4) == 0 ? blank() : iri(NS + "graph" + random.nextInt(2));
  }

  private Node subject() {
    return random.nextInt(4) == 0 ? blank() : iri(pick(RESOURCES));
  }

  private Node predicate() {
    return iri(wild && random.nextInt(20) == 0 ? pick(WILD_PREDICATES) : pick(TAME_PREDICATES));
  }

  private Node object() {
    return switch (random.nextInt(6)) {
      case 0 -> subject();
      case 1 -> NodeFactory.createLiteralLang(string(), pick(LANGUAGES));
      case 2, 3 -> number();
      case 4 -> typed(string(), "http://example.org/type#" + random.nextInt(2));
      default -> NodeFactory.createLiteralString(string());
    };
  }

  private Node number() {
    String[] number = pick(NUMBERS);
    return typed(number[1 + random.nextInt(number.length - 1)], XSD + number[0]);
  }

  private String string() {
    if (wild && random.nextInt(20) == 0) {
      return pick(WILD_STRINGS);
    }
    return random.nextInt(3) > 0 ? pick(TAME_STRINGS) : pick(TAME_STRINGS) + pick(TAME_STRINGS);
  }

  /** Few of them, for each is a choice in proving that two graphs are the same. */
  private Node blank() {
    return NodeFactory.createBlankNode(
        pick(List.of("b", "b:1", "b 1", "-", "é\uD83D\uDD4A", "b3a1")));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node typed(String label, String datatype) {
    return NodeFactory.createLiteralDT(label, TypeMapper.getInstance().getSafeTypeByName(datatype));
  }

  /** Seeds enough to meet every pair of terms above. */
  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }
}
