package org.parley.rdf;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Text that a spreadsheet would run as a formula when it opens a file: what begins with {@code = +
 * - @}, a tab or a carriage return and is no number.
 */
public final class Formulas {
  private static final String BEGINNINGS = "=+-@\t\r";

  private Formulas() {}

  /** The same rows, with an apostrophe before each formula, which makes it text. */
  public static RowSet defused(RowSet rows) {
    Iterator<Binding> defused = Iter.map(rows, Formulas::defused);
    return RowSetStream.create(rows.getResultVars(), defused);
  }

  private static Binding defused(Binding row) {
    BindingBuilder defused = Binding.builder();
    row.forEach(
        (variable, node) ->
            defused.add(
                variable,
                runs(node)
                    ? NodeFactory.createLiteralString("'" + node.getLiteralLexicalForm())
                    : node));
    return defused.build();
  }

  private static boolean runs(Node node) {
    if (!node.isLiteral() || node.getLiteralLexicalForm().isEmpty()) {
      return false;
    }
    boolean number = node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number;
    return !number && BEGINNINGS.indexOf(node.getLiteralLexicalForm().charAt(0)) >= 0;
  }
}
