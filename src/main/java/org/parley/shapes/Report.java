package org.parley.shapes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.parley.vocab.Vocab;

/** Findings as a validation report (SHACL, section 3.6). */
public final class Report {

  private Report() {}

  /** Some prefixes, and the one of the report's own terms. */
  public static Map<String, String> prefixes(Map<String, String> others) {
    Map<String, String> prefixes = new LinkedHashMap<>(others);
    prefixes.put("sh", SHACL.getURI());
    return prefixes;
  }

  /**
   * The report. A result that a shape gave names the shape and its constraint component; one that a
   * check gave is of the component of SPARQL constraints. The place is part of the message.
   */
  public static Graph of(List<Finding> findings) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node report = NodeFactory.createBlankNode();
    graph.add(report, RDF.Nodes.type, SHACL.ValidationReport);
    graph.add(
        report,
        SHACL.conforms,
        NodeFactory.createLiteralDT(Boolean.toString(findings.isEmpty()), XSDDatatype.XSDboolean));
    for (Finding finding : findings) {
      Node result = NodeFactory.createBlankNode();
      graph.add(report, SHACL.result, result);
      graph.add(result, RDF.Nodes.type, SHACL.ValidationResult);
      graph.add(result, SHACL.resultSeverity, SHACL.Violation);
      graph.add(
          result,
          SHACL.sourceConstraintComponent,
          finding.component() == null ? SHACL.SPARQLConstraintComponent : finding.component());
      String place = finding.place() == null ? "" : finding.place() + ": ";
      graph.add(
          result, SHACL.resultMessage, NodeFactory.createLiteralString(place + finding.message()));
      if (finding.focus() != null) {
        graph.add(result, SHACL.focusNode, finding.focus());
      }
      graph.add(
          result,
          SHACL.sourceShape,
          NodeFactory.createURI(
              finding.rule().startsWith("http") ? finding.rule() : Vocab.CHECK + finding.rule()));
    }
    return graph;
  }
}
