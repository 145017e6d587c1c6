package org.parley.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Refuses triple terms and base directions, which half of the formats cannot write, and too much.
 */
final class Rdf11 extends StreamRDFWrapper {

  private final String file;
  private final long most;
  private long count;

  Rdf11(String file, long most, StreamRDF sink) {
    super(sink);
    this.most = most;
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
    if (++count > most) {
      throw new UnreadableRdf(file, 0, 0, "it has more than %,d triples".formatted(most));
    }
    if (object.isTripleTerm() || (object.isLiteral() && object.getLiteralBaseDirection() != null)) {
      throw new UnreadableRdf(
          file, 0, 0, "%s is a term of RDF 1.2; only RDF 1.1 is kept".formatted(object));
    }
  }
}
