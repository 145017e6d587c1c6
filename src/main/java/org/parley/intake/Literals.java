package org.parley.intake;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** Literals that could not be given out again as they came. */
final class Literals {
  /** What XML 1.0 cannot hold (section 2.2), and so RDF/XML. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private static final int BITS = 63;

  private Literals() {}

  /** What is wrong with a term, if it is such a literal. */
  static Optional<String> fault(Node term) {
    if (!term.isLiteral()) {
      return Optional.empty();
    }
    if (CONTROL.matcher(term.getLiteralLexicalForm()).find()) {
      return Optional.of("It holds a control character, as XML cannot. Leave it out.");
    }
    if (XSDDatatype.XSDinteger.equals(term.getLiteralDatatype())
        && term.getLiteral().isWellFormed()
        && new BigInteger(term.getLiteralLexicalForm().strip()).bitLength() > BITS) {
      return Optional.of(
          "The store does not keep an integer of more than 64 bits. Give a smaller one, or a"
              + " text.");
    }
    return Optional.empty();
  }
}
