package org.parley.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.StandardFunctions;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.MappedLoader;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.parley.queries.MalformedQuery;

/** What a query of a stranger may do: read the dataset, and call functions that only compute. */
final class Guard {

  /** How the algebra writes an aggregate that is named by an IRI. */
  private static final String CUSTOM_AGGREGATE = "agg";

  private static final Set<String> CLOSURES =
      Set.of(
          Tags.tagPathZeroOrMore1,
          Tags.tagPathZeroOrMoreN,
          Tags.tagPathOneOrMore1,
          Tags.tagPathOneOrMoreN);
  private static final List<String> STANDARDS =
      List.of(XSD.getURI(), ARQConstants.fnPrefix, ARQConstants.mathPrefix);

  /** They run other functions, or make strings unweighed: CONCAT, REPLACE and REGEX do not. */
  private static final Set<String> UNSAFE =
      Stream.of("apply", "collation-key", "concat", "error", "format-number", "matches", "replace")
          .map(ARQConstants.fnPrefix::concat)
          .collect(Collectors.toSet());

  private static final Functions FUNCTIONS = new Functions();
  private static final PropertyFunctions PROPERTY_FUNCTIONS = new PropertyFunctions();

  private Guard() {}

  /**
   * Parses a query and refuses it where its text alone shows that it cannot be let in.
   *
   * @throws MalformedQuery when it is no query
   * @throws Refused when it is too large, calls what is not offered, or repeats within a repetition
   */
  static Query admit(String text) {
    Query query;
    try {
      Tokens.check(text);
      query = MalformedQuery.parse(text);
    } catch (Error e) {
      if (e.getClass() != Error.class) {
        throw e;
      }
      throw Refused.malformed("It is no SPARQL: " + e.getMessage()); // a broken escape, to Jena
    }
    // The algebra's text shows the whole query, also what Jena's walkers pass by.
    if (closures(SSE.parse(Algebra.compile(query).toString())) > 1) {
      throw Refused.query(
          "A path repeats within a repetition, as (p*)* does, which can take for ever. Repeat once:"
              + " (a|b)* says what (a*|b*)* says");
    }
    return query;
  }

  /**
   * How deep repetitions are nested in an expression of the algebra.
   *
   * @throws Refused when it calls what is not offered
   */
  private static int closures(Item item) {
    if (!item.isList() || item.getList().isEmpty()) {
      return 0;
    }
    Item head = item.getList().get(0);
    if (head.isNodeURI()) { // the IRI of a function stands first, any other after a symbol
      FunctionFactory unused = FUNCTIONS.get(head.getNode().getURI());
    }
    if (head.isSymbol(CUSTOM_AGGREGATE)) {
      throw Refused.query(
          "Only the aggregates of SPARQL 1.1 are offered here: COUNT, SUM, MIN, MAX,"
              + " AVG, SAMPLE and GROUP_CONCAT");
    }
    int deepest = 0;
    for (Item part : item.getList()) {
      deepest = Math.max(deepest, closures(part));
    }
    return head.isSymbol() && CLOSURES.contains(head.getSymbol()) ? deepest + 1 : deepest;
  }

  /** The context a query runs in: what it looks up there, it finds restricted. */
  static Context confine(Context context) {
    Context confined = context.copy();
    confined.unset(ARQ.queryTimeout);
    confined.set(ARQ.httpServiceAllowed, false);
    ServiceExecutorRegistry.set(confined, new ServiceExecutorRegistry());
    FunctionRegistry.set(confined, FUNCTIONS);
    PropertyFunctionRegistry.set(confined, PROPERTY_FUNCTIONS);
    return confined;
  }

  private static Refused notOffered(String iri) {
    return Refused.query(
        "The function <%s> is not offered here. Use those of SPARQL 1.1, the casts of XML Schema, or"
                .formatted(iri)
            + " those of XPath");
  }

  /** The standard functions; it never loads another by its name. */
  private static final class Functions extends FunctionRegistry {
    Functions() {
      StandardFunctions.loadStdDefs(this);
      List<String> all = new ArrayList<>();
      keys().forEachRemaining(all::add);
      all.stream().filter(iri -> !offered(iri)).forEach(this::remove);
    }

    private static boolean offered(String iri) {
      return STANDARDS.stream().anyMatch(iri::startsWith) && !UNSAFE.contains(iri);
    }

    @Override
    public FunctionFactory get(String iri) {
      if (!isRegistered(iri)) {
        throw notOffered(iri);
      }
      return super.get(iri);
    }
  }

  /** None at all: a predicate is a predicate, and one that would load a class is refused. */
  private static final class PropertyFunctions extends PropertyFunctionRegistry {

    @Override
    public boolean manages(String iri) {
      if (MappedLoader.mapDynamicURI(iri) != null) {
        throw notOffered(iri);
      }
      return false;
    }

    @Override
    public boolean isRegistered(String iri) {
      return manages(iri);
    }

    @Override
    @SuppressWarnings("NullAway") // null is this method's way of saying there is none
    public @Nullable PropertyFunctionFactory get(String iri) {
      return null;
    }
  }
}
