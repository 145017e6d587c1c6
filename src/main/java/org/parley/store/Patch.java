package org.parley.store;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFPatchConst;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;

/** A change as RDF Patch, whose headers say which revision it led to and how large it is. */
final class Patch {

  private static final String AT = "at";
  private static final String ADDED = "added";
  private static final String REMOVED = "removed";

  private Patch() {}

  /**
   * Writes a patch.
   *
   * @param all whether it does not rest on the one before, but adds everything
   * @throws RuntimeIOException when the stream fails
   */
  static void write(OutputStream out, Revision revision, Difference change, boolean all) {
    long number = revision.number();
    RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
    patch.start();
    patch.header(RDFPatchConst.ID, Revisions.subject(number));
    if (number > 1 && !all) {
      patch.header(RDFPatchConst.PREV, Revisions.subject(number - 1));
    }
    patch.header(AT, Revisions.time(revision));
    patch.header(ADDED, integer(change.added().size()));
    patch.header(REMOVED, integer(change.removed().size()));
    patch.txnBegin();
    for (Quad quad : change.removed()) {
      patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    for (Quad quad : change.added()) {
      patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    patch.txnCommit();
    patch.finish();
  }

  /** The bytes of the same. */
  static byte[] bytes(Revision revision, Difference change, boolean all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, revision, change, all);
    return bytes.toByteArray();
  }

  /** Whether a patch begins a log: it rests on no other. */
  static boolean begins(InputStream patch) {
    return RDFPatchOps.readHeader(patch).get(RDFPatchConst.PREV) == null;
  }

  /** What the headers of a patch say. */
  static Change change(long number, InputStream patch) {
    PatchHeader header = RDFPatchOps.readHeader(patch);
    Instant at = Instant.parse(header.get(AT).getLiteralLexicalForm());
    return new Change(new Revision(number, at), count(header, ADDED), count(header, REMOVED));
  }

  private static long count(PatchHeader header, String field) {
    return ((Number) header.get(field).getLiteralValue()).longValue();
  }

  private static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
