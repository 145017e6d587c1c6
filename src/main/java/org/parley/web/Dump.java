package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.RdfWriter;
import org.parley.vocab.Prefixes;

/**
 * The whole data set in one file, compressed (RFC 1952). One revision of a store gives the same
 * bytes: graphs and triples are sorted, and no time is written.
 */
final class Dump {
  private static final Comparator<Quad> ORDER =
      Comparator.comparing(Quad::getSubject, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getPredicate, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getObject, NodeCmp::compareRDFTerms);

  private static final Map<String, String> PREFIXES = new LinkedHashMap<>(Prefixes.ALL);

  static {
    PREFIXES.putAll(Prefixes.VOCABULARIES);
  }

  private final RdfFormat format;
  private final byte[] bytes;

  private Dump(RdfFormat format, byte[] bytes) {
    this.format = format;
    this.bytes = bytes;
  }

  /** Makes one, within a reading. */
  static Dump of(DatasetGraph data, RdfFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      RdfWriter.write(format, sorted(data), PREFIXES, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Dump(format, bytes.toByteArray());
  }

  RdfFormat format() {
    return format;
  }

  /** Its name. */
  String file() {
    return "parley." + format.extension() + ".gz";
  }

  /** Some ten for each triple. */
  byte[] bytes() {
    return bytes;
  }

  /** SHA-256, in hexadecimal. */
  String digest() {
    return Representations.hex(bytes);
  }

  private static Iterator<Quad> sorted(DatasetGraph data) {
    TreeSet<Node> graphs = new TreeSet<>(NodeCmp::compareRDFTerms);
    data.listGraphNodes().forEachRemaining(graphs::add);
    return Iter.flatMap(
        graphs.iterator(),
        graph -> {
          TreeSet<Quad> quads = new TreeSet<>(ORDER);
          data.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
          return quads.iterator();
        });
  }
}
