package org.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;

/**
 * A change as a SPARQL 1.1 Update of one operation, which a server makes whole or not at all. It
 * holds only while the revision before it is the newest, so that a late or repeated one, or that of
 * another process, changes nothing.
 */
final class Update implements Iterator<byte[]> {

  private static final int PIECE = 1 << 16;

  private final Iterator<String> lines;

  private Update(Stream<String> lines) {
    this.lines = lines.iterator();
  }

  /** Its text in UTF-8, made as it is taken. */
  static Iterator<byte[]> of(Revision next, Difference change) {
    return new Update(
        Stream.of(
                Stream.of("DELETE {\n"),
                change.removed().stream().map(Update::line),
                Stream.of("} INSERT {\n"),
                change.added().stream().map(Update::line),
                Stream.of("} WHERE {\n", condition(next.number()), "}\n"))
            .flatMap(part -> part));
  }

  private static String condition(long number) {
    return (number > 1 ? ended(number - 1) : "") + "FILTER NOT EXISTS { " + ended(number) + " }\n";
  }

  private static String ended(long number) {
    return "GRAPH %s { %s %s ?at%d }\n"
        .formatted(
            Skolem.text(Revisions.GRAPH),
            Skolem.text(Revisions.subject(number)),
            Skolem.text(Revisions.ENDED_AT),
            number);
  }

  private static String line(Quad quad) {
    return "GRAPH %s { %s %s %s }\n"
        .formatted(
            Skolem.text(quad.getGraph()),
            Skolem.text(quad.getSubject()),
            Skolem.text(quad.getPredicate()),
            Skolem.text(quad.getObject()));
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public byte[] next() {
    StringBuilder piece = new StringBuilder(lines.next());
    while (piece.length() < PIECE && lines.hasNext()) {
      piece.append(lines.next());
    }
    return piece.toString().getBytes(UTF_8);
  }
}
