package org.parley.rdf;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.rio.trig.TriGWriter;

/** Rio's indented TriG, with numbers as they stand: see {@link ExactTurtle}. */
final class ExactTrig extends TriGWriter {

  ExactTrig(OutputStream out) {
    super(out);
  }

  @Override
  protected void writeLiteral(Literal literal) throws IOException {
    if (ExactTurtle.isChangedByRio(literal)) {
      ExactTurtle.writeQuoted(literal, writer);
      writeURI(literal.getDatatype());
    } else {
      super.writeLiteral(literal);
    }
  }
}
