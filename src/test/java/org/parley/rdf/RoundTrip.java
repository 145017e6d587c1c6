package org.parley.rdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.binary.BinaryRDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.rdfjson.RDFJSONParser;

/** Writes, reads what was written, and compares. */
final class RoundTrip {

  private static final Map<String, String> PREFIXES =
      Map.of("ns", RandomQuads.NS, "xsd", "http://www.w3.org/2001/XMLSchema#");

  private static final String HEADER =
      """
      @prefix : <http://example.org/> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private RoundTrip() {}

  /** The quads of this TriG in its order, unchecked; the empty prefix is example.org. */
  static List<Quad> quads(String trig) {
    List<Quad> quads = new ArrayList<>();
    org.apache.jena.riot.RDFParser.create()
        .source(new ByteArrayInputStream((HEADER + trig).getBytes(StandardCharsets.UTF_8)))
        .lang(Lang.TRIG)
        .checking(false)
        .parse(
            StreamRDFLib.extendTriplesToQuads(
                StreamRDFLib.sinkQuads(
                    new Sink<>() {
                      @Override
                      public void send(Quad quad) {
                        quads.add(quad);
                      }

                      @Override
                      public void flush() {}

                      @Override
                      public void close() {}
                    })));
    return quads;
  }

  static byte[] write(RdfFormat format, Iterator<Quad> quads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfWriter.write(format, quads, PREFIXES, out);
    return out.toByteArray();
  }

  static DatasetGraph read(RdfFormat format, byte[] bytes) {
    DatasetGraph read = DatasetGraphFactory.createTxnMem();
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    if (format.lang().isEmpty()) {
      readByRio(format == RdfFormat.BINARY ? new BinaryRDFParser() : new RDFJSONParser(), in, read);
    } else {
      RdfReader.read(in, format.title(), format, null, StreamRDFLib.dataset(read));
    }
    return read;
  }

  /** The quads as a data set, merged into one graph if the format has only one. */
  static DatasetGraph expected(RdfFormat format, Collection<Quad> quads) {
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    for (Quad quad : quads) {
      expected.add(
          format.graphs() ? quad : new Quad(Quad.defaultGraphNodeGenerated, quad.asTriple()));
    }
    return expected;
  }

  static boolean isomorphic(DatasetGraph one, DatasetGraph other) {
    return IsoMatcher.isomorphic(one, other);
  }

  private static void readByRio(RDFParser parser, ByteArrayInputStream in, DatasetGraph into) {
    parser.setRDFHandler(
        new AbstractRDFHandler() {
          @Override
          public void handleStatement(Statement st) {
            into.add(
                st.getContext() == null ? Quad.defaultGraphNodeGenerated : node(st.getContext()),
                node(st.getSubject()),
                node(st.getPredicate()),
                node(st.getObject()));
          }
        });
    try {
      parser.parse(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Node node(Value value) {
    return switch (value) {
      case BNode blank -> NodeFactory.createBlankNode(blank.getID());
      case Literal literal when literal.getLanguage().isPresent() ->
          NodeFactory.createLiteralLang(literal.getLabel(), literal.getLanguage().get());
      case Literal literal ->
          NodeFactory.createLiteralDT(
              literal.getLabel(),
              TypeMapper.getInstance().getSafeTypeByName(literal.getDatatype().stringValue()));
      default -> NodeFactory.createURI(value.stringValue());
    };
  }
}
