package org.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sparql.SPARQLConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.vocab.Vocab;

/**
 * RDF4J's {@code SPARQLRepository}, which sends queries of its own for most of what it is asked.
 */
class Rdf4jTest {
  private static final SPARQLRepository REPOSITORY = new SPARQLRepository(Site.BASE + "/sparql");
  private static final SPARQLConnection CONNECTION = (SPARQLConnection) REPOSITORY.getConnection();
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final IRI FACTS = VALUES.createIRI(Vocab.graph("facts").getURI());
  private static final IRI MEETING = VALUES.createIRI(Vocab.ID + "meeting/istanbul-2025-07-23");

  @AfterAll
  static void close() {
    CONNECTION.close();
    REPOSITORY.shutDown();
  }

  @Test
  void select() {
    TupleQuery query =
        CONNECTION.prepareTupleQuery(
            """
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?label { ?meeting skos:prefLabel ?label FILTER (LANG(?label) = "en") }
            """);
    query.setBinding("meeting", MEETING);
    try (var rows = query.evaluate()) {
      assertThat(rows.stream().map(row -> row.getValue("label").stringValue()))
          .containsExactly("Istanbul round of 23 July 2025");
    }
  }

  @Test
  void ask() {
    var query = CONNECTION.prepareBooleanQuery("ASK { ?meeting ?p ?o }");
    query.setBinding("meeting", MEETING);
    assertThat(query.evaluate()).isTrue();
    query.setBinding("meeting", VALUES.createIRI(Vocab.ID + "meeting/none"));
    assertThat(query.evaluate()).isFalse();
  }

  @Test
  void constructIsWhatStandsInTheGraph() {
    Model built;
    try (var answer =
        CONNECTION
            .prepareGraphQuery("CONSTRUCT { ?s ?p ?o } { GRAPH <" + FACTS + "> { ?s ?p ?o } }")
            .evaluate()) {
      built = QueryResults.asModel(answer);
    }
    try (var statements = CONNECTION.getStatements(null, null, null, false, FACTS)) {
      assertThat(statements.stream())
          .isNotEmpty()
          .hasSize(built.size())
          .allMatch(it -> built.contains(it.getSubject(), it.getPredicate(), it.getObject()));
    }
  }

  @Test
  void withoutAGraphEverythingIsSeen() {
    assertThat(CONNECTION.hasStatement(MEETING, SKOS.PREF_LABEL, null, false)).isTrue();
    assertThat(CONNECTION.hasStatement(MEETING, SKOS.PREF_LABEL, null, false, FACTS)).isFalse();
    assertThat(Site.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        .containsExactly(String.valueOf(CONNECTION.size()));
  }

  @Test
  void graphs() {
    Set<String> names;
    try (var graphs = CONNECTION.getContextIDs()) {
      names = graphs.stream().map(Resource::stringValue).collect(Collectors.toSet());
    }
    assertThat(names)
        .contains(FACTS.stringValue(), Vocab.graph("document/000").getURI())
        .hasSameSizeAs(Site.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"));
  }

  @Test
  void aMalformedQueryIsToldWithItsPlace() {
    var query = CONNECTION.prepareBooleanQuery("ASK { ?s }");
    assertThatExceptionOfType(QueryEvaluationException.class)
        .isThrownBy(query::evaluate)
        .withMessageContaining("\"column\":10");
  }

  @Test
  void nothingCanBeWritten() {
    assertThatExceptionOfType(RepositoryException.class)
        .isThrownBy(() -> CONNECTION.add(MEETING, SKOS.NOTE, MEETING));
  }
}
