package org.parley.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class PrefixesTest {

  @Test
  void meanWhatTheyMeanInTheOntology() {
    Graph ontology = RDFParser.source("ontology/parley.ttl").toGraph();
    Map<String, String> there = ontology.getPrefixMapping().getNsPrefixMap();
    assertThat(there).containsEntry("parley", Vocab.NS);
    Prefixes.ALL.forEach(
        (prefix, namespace) ->
            assertThat(there.getOrDefault(prefix, namespace)).as(prefix).isEqualTo(namespace));
  }

  @Test
  void abbreviateEveryKindOfThing() {
    assertThat(Prefixes.KINDS).hasSize(14).doesNotHaveDuplicates();
    for (String kind : Prefixes.KINDS) {
      assertThat(Prefixes.mapping().shortForm(Vocab.ID + kind + "/slug")).isEqualTo(kind + ":slug");
    }
    assertThat(Prefixes.mapping().qnameFor(Vocab.graph("facts").getURI())).isEqualTo("graph:facts");
  }

  @Test
  void noNamespaceHasTwo() {
    assertThat(Prefixes.ALL.values()).doesNotHaveDuplicates();
  }
}
