package org.parley.rdf;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.rdf4j.common.io.IndentingWriter;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.model.datatypes.XMLDatatypeUtil;
import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;

/**
 * Rio's indented Turtle, which writes each number as it stands. Rio alone would write {@code 01} as
 * {@code 1}, a different RDF term.
 */
final class ExactTurtle extends TurtleWriter {

  ExactTurtle(OutputStream out) {
    super(out);
  }

  @Override
  protected void writeLiteral(Literal literal) throws IOException {
    if (isChangedByRio(literal)) {
      writeQuoted(literal, writer);
      writeURI(literal.getDatatype());
    } else {
      super.writeLiteral(literal);
    }
  }

  static boolean isChangedByRio(Literal literal) {
    CoreDatatype datatype = literal.getCoreDatatype();
    if (datatype != CoreDatatype.XSD.INTEGER
        && datatype != CoreDatatype.XSD.DECIMAL
        && datatype != CoreDatatype.XSD.DOUBLE
        && datatype != CoreDatatype.XSD.BOOLEAN) {
      return false;
    }
    try {
      String label = literal.getLabel();
      return !XMLDatatypeUtil.normalize(label, literal.getDatatype()).equals(label);
    } catch (IllegalArgumentException notOfThatDatatype) {
      return false;
    }
  }

  static void writeQuoted(Literal literal, IndentingWriter writer) throws IOException {
    writer.write('"' + TurtleUtil.encodeString(literal.getLabel()) + "\"^^");
  }
}
