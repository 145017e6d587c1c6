package org.parley.sparql;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.Fuzz;
import org.parley.queries.MalformedQuery;

/** Whatever comes as a query is let in, or refused in words. */
class GuardFuzzTest {

  @Test
  void admission() {
    Fuzz.run(
        "admitting queries",
        List.of(
            "PREFIX p: <http://a/> SELECT ?x (COUNT(*) AS ?n) { ?x p:q/p:r* ?y OPTIONAL { ?y a ?z }"
                + " FILTER (?y > 1) } GROUP BY ?x HAVING (?n > 1) ORDER BY DESC(?x) LIMIT 5 OFFSET"
                + " 1",
            "CONSTRUCT { ?s ?p ?o } FROM <http://a/g> { GRAPH ?g { ?s ?p ?o MINUS { ?s a 'x'@en } }"
                + " VALUES (?s ?o) { (UNDEF 1) } }",
            "ASK { { SELECT DISTINCT ?a { ?a !(<p>|^<q>) [ <r> ( 1 2 ) ] } } UNION { BIND"
                + " (IF(EXISTS { ?s ?p ?o }, REGEX('a', 'b'), COALESCE(1/0, 2)) AS ?v) } }",
            "DESCRIBE <http://a/x> { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }"),
        Set.of(MalformedQuery.class, Refused.class),
        Guard::admit);
  }
}
