package org.parley.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabTest {

  private static final Graph ONTOLOGY = RDFParser.source("ontology/parley.ttl").toGraph();

  @ParameterizedTest
  @MethodSource("terms")
  void isNamedAfterItsTerm(Field constant) throws IllegalAccessException {
    String words = localName(constant).replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    assertThat(constant.getName()).isEqualTo(words.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void isDeclaredInTheOntology(Field constant) throws IllegalAccessException {
    Node term = Vocab.term(localName(constant));
    assertThat(ONTOLOGY.contains(term, RDF.type.asNode(), Node.ANY)).as("%s", term).isTrue();
    assertThat(ONTOLOGY.contains(term, RDFS.isDefinedBy.asNode(), Node.ANY)).isTrue();
  }

  static List<Field> terms() {
    return Arrays.stream(Vocab.class.getFields())
        .filter(field -> field.getType() == Node.class)
        .toList();
  }

  private static String localName(Field constant) throws IllegalAccessException {
    String iri = ((Node) constant.get(null)).getURI();
    assertThat(iri).startsWith(Vocab.NS);
    return iri.substring(Vocab.NS.length());
  }
}
