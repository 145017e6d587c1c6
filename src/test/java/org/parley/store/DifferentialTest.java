package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.ref.QueryEngineRef;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/**
 * Random queries over random graphs are answered alike by the store, which rewrites them, by the
 * algebra taken at its word (SPARQL 1.1, section 18), and, but for a few, by RDF4J, which shares no
 * code with either.
 */
class DifferentialTest {

  private static final String NS = "http://example.org/";
  private static final int DEPTH = 2;
  private static final List<String> VARIABLES = List.of("?a", "?b", "?c", "?d");

  @Test
  void allEnginesAnswerAlike() {
    int queries = Integer.getInteger("fuzz.inputs", 20_000) / 20;
    List<String> reference = new ArrayList<>();
    List<String> other = new ArrayList<>();
    long rows = 0;
    int failed = 0;
    for (int round = 0; round < queries / 50; round++) {
      Random random = new Random(round);
      SailRepository repository = new SailRepository(new MemoryStore());
      try (Store store = Store.inMemory();
          RepositoryConnection rdf4j = repository.getConnection()) {
        store.replace(Map.of(NodeFactory.createURI(NS + "g"), graph(random)), Set.of());
        Graph graph = everything(store);
        fill(rdf4j, graph);
        for (int i = 0; i < 50; i++) {
          String query =
              "SELECT %s* { %s }"
                  .formatted(random.nextInt(3) == 0 ? "DISTINCT " : "", group(random, DEPTH));
          Map<String, Long> ours;
          try {
            ours = ours(store, query);
          } catch (ARQException e) {
            // Jena 5.6 puts a literal where a predicate stands, rather than finding nothing.
            assertThat(e).hasMessageStartingWith("Unidentified predicate");
            failed++;
            continue;
          }
          rows += ours.values().stream().mapToLong(Long::longValue).sum();
          if (!alike(query, ours, unoptimised(graph, query))) {
            reference.add(query + " over seed " + round);
          }
          if (!alike(query, ours, rdf4j(rdf4j, query))) {
            other.add(query + " over seed " + round);
          }
        }
      } finally {
        repository.shutDown();
      }
    }
    System.out.printf(
        "Differential SPARQL: %,d random queries, %,d rows; otherwise answered by the reference"
            + " engine %d, by RDF4J %d; a literal as predicate failed %d%n",
        queries, rows, reference.size(), other.size(), failed);
    assertThat(rows).isGreaterThan(queries);
    assertThat(reference.stream().limit(5)).isEmpty();
    // Of its own: RDF4J 5.2.1 lets MINUS and nested OPTIONAL see what they should not.
    assertThat(other).hasSizeLessThan(queries / 100);
  }

  /**
   * Rows as often as they come; but where a path has alternatives and both its ends are known,
   * engines do not agree how often that is.
   */
  private static boolean alike(String query, Map<String, Long> one, Map<String, Long> other) {
    return (query.contains("|") || query.contains("!<"))
        ? one.keySet().equals(other.keySet())
        : one.equals(other);
  }

  /** EXISTS stands outermost only: deeper, Jena lets it see variables of the groups around. */
  private static String group(Random random, int depth) {
    StringBuilder group = new StringBuilder(triples(random));
    for (int more = random.nextInt(3); depth > 0 && more > 0; more--) {
      String inner = "{ " + group(random, depth - 1) + " } ";
      switch (random.nextInt(depth == DEPTH ? 7 : 6)) {
        case 0 -> group.append("OPTIONAL ").append(inner);
        case 1 -> group.append("MINUS ").append(inner);
        case 2 -> group.append(inner).append("UNION { ").append(triples(random)).append("} ");
        case 3 -> group.append(inner);
        case 4 ->
            group
                .append("FILTER (")
                .append(one(VARIABLES, random))
                .append(random.nextBoolean() ? " = " : " != ")
                .append(term(random))
                .append(") ");
        case 5 ->
            group
                .append("VALUES ?a { ")
                .append(term(random))
                .append(' ')
                .append(node(random))
                .append(" } ");
        default ->
            group
                .append("FILTER ")
                .append(random.nextBoolean() ? "" : "NOT ")
                .append("EXISTS ")
                .append("{ ")
                .append(triples(random))
                .append("} ");
      }
    }
    return group.toString();
  }

  private static String triples(Random random) {
    StringBuilder triples = new StringBuilder();
    for (int i = random.nextInt(2); i >= 0; i--) {
      triples.append(subject(random)).append(' ').append(path(random)).append(' ');
      triples.append(random.nextBoolean() ? one(VARIABLES, random) : term(random)).append(" . ");
    }
    return triples.toString();
  }

  private static String subject(Random random) {
    return random.nextInt(3) == 0 ? node(random) : one(VARIABLES, random);
  }

  private static String path(Random random) {
    String p = "<" + NS + "p" + random.nextInt(3) + ">";
    String q = "<" + NS + "p" + random.nextInt(3) + ">";
    return switch (random.nextInt(12)) {
      case 0 -> p + "/" + q;
      case 1 -> p + "|" + q;
      case 2 -> "^" + p;
      case 3 -> p + "+";
      case 4 -> "!" + p;
      case 5 -> one(VARIABLES, random);
      default -> p;
    };
  }

  private static String term(Random random) {
    return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(3)) : node(random);
  }

  private static String node(Random random) {
    return "<" + NS + "n" + random.nextInt(4) + ">";
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Graph graph(Random random) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < 12; i++) {
      Node object =
          random.nextInt(3) == 0
              ? NodeFactory.createLiteralDT(
                  String.valueOf(random.nextInt(3)), XSDDatatype.XSDinteger)
              : NodeFactory.createURI(NS + "n" + random.nextInt(4));
      graph.add(
          Triple.create(
              NodeFactory.createURI(NS + "n" + random.nextInt(4)),
              NodeFactory.createURI(NS + "p" + random.nextInt(3)),
              object));
    }
    return graph;
  }

  private static Map<String, Long> ours(Store store, String query) {
    return store.read(
        () -> {
          try (QueryExec execution = QueryExec.dataset(store.dataset()).query(query).build()) {
            return count(execution.select());
          }
        });
  }

  /** What a query of the store sees: what it was given, and what it says of its revisions. */
  private static Graph everything(Store store) {
    Graph everything = GraphFactory.createDefaultGraph();
    store.read(
        () -> {
          GraphUtil.addInto(everything, store.dataset().getUnionGraph());
          return true;
        });
    return everything;
  }

  private static Map<String, Long> unoptimised(Graph graph, String query) {
    Plan plan =
        QueryEngineRef.getFactory()
            .create(
                QueryFactory.create(query),
                DatasetGraphFactory.wrap(graph),
                BindingFactory.root(),
                ARQ.getContext().copy());
    return count(plan.iterator());
  }

  private static Map<String, Long> count(Iterator<Binding> rows) {
    Map<String, Long> counted = new TreeMap<>();
    rows.forEachRemaining(
        row -> {
          Map<String, String> terms = new TreeMap<>();
          row.forEach(
              (variable, node) -> {
                if (variable.isNamedVar()) {
                  terms.put(variable.getVarName(), text(node));
                }
              });
          counted.merge(terms.toString(), 1L, Long::sum);
        });
    return counted;
  }

  private static String text(Node node) {
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }

  private static Map<String, Long> rdf4j(RepositoryConnection connection, String query) {
    try (var result = connection.prepareTupleQuery(query).evaluate()) {
      return result.stream()
          .map(DifferentialTest::terms)
          .collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
    }
  }

  private static String terms(BindingSet row) {
    Map<String, String> terms = new TreeMap<>();
    row.forEach(binding -> terms.put(binding.getName(), binding.getValue().stringValue()));
    return terms.toString();
  }

  private static void fill(RepositoryConnection connection, Graph graph) {
    SimpleValueFactory values = SimpleValueFactory.getInstance();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              Value object =
                  triple.getObject().isURI()
                      ? values.createIRI(triple.getObject().getURI())
                      : values.createLiteral(
                          triple.getObject().getLiteralLexicalForm(),
                          values.createIRI(triple.getObject().getLiteralDatatypeURI()));
              connection.add(
                  values.createIRI(triple.getSubject().getURI()),
                  values.createIRI(triple.getPredicate().getURI()),
                  object);
            });
  }
}
