package org.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Terms as they are sent to a server elsewhere. A blank node is an IRI there (RDF 1.1 Concepts
 * §3.5), since the protocol has no way to name a blank node twice.
 */
final class Skolem {

  private static final String GENID = "https://w3id.org/parley/.well-known/genid/";

  /** What an IRI may not hold (SPARQL 1.1, 19.8 [139]): it would end there, and the rest be run. */
  private static final Pattern BROKEN = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

  private Skolem() {}

  static boolean isOne(Node node) {
    return node.isURI() && node.getURI().startsWith(GENID);
  }

  /** The blank node that an IRI stands for; any other term as it is. */
  static Node blank(Node node) {
    return isOne(node)
        ? NodeFactory.createBlankNode(
            URLDecoder.decode(node.getURI().substring(GENID.length()), UTF_8))
        : node;
  }

  /** The IRI that stands for a blank node; any other term as it is. */
  static Node iri(Node node) {
    return node.isBlank()
        ? NodeFactory.createURI(GENID + URLEncoder.encode(node.getBlankNodeLabel(), UTF_8))
        : node;
  }

  /**
   * A term as SPARQL writes it.
   *
   * @throws IllegalArgumentException when it is an IRI that is none
   */
  static String text(Node node) {
    Node sent = iri(node);
    if (sent.isURI()) {
      return "<" + sound(sent) + ">";
    }
    String unused =
        sent.isLiteral() ? sound(NodeFactory.createURI(sent.getLiteralDatatypeURI())) : "";
    return NodeFmtLib.strNT(sent);
  }

  /**
   * The text of an IRI.
   *
   * @throws IllegalArgumentException when it holds what none does
   */
  static String sound(Node node) {
    String iri = node.getURI();
    if (BROKEN.matcher(iri).find()) {
      throw new IllegalArgumentException("<%s> is no IRI".formatted(iri));
    }
    return iri;
  }
}
