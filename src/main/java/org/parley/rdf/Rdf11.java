package org.parley.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/** Refuses triple terms and base directions, which half of the formats cannot write. */
final class Rdf11 extends StreamRDFWrapper {

  private final String file;

  Rdf11(String file, StreamRDF sink) {
    super(sink);
    this.file = file;
  }

  @Override
  public void triple(Triple triple) {
    check(triple.getObject());
    super.triple(triple);
  }

  @Override
  public void quad(Quad quad) {
    check(quad.getObject());
    super.quad(quad);
  }

  private void check(Node object) {
    if (object.isTripleTerm() || (object.isLiteral() && object.getLiteralBaseDirection() != null)) {
      throw new UnreadableRdf(
          file, 0, 0, "%s is a term of RDF 1.2; only RDF 1.1 is kept".formatted(object));
    }
  }
}
