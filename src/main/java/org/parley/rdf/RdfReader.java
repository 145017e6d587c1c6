package org.parley.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.graph.Graph;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads RDF 1.1 strictly: what Jena would only warn of is an error.
 *
 * <p>Refused are relative IRIs without a base, IRIs that RFC 3987 does not allow, values that are
 * not of their datatype, bytes that are not UTF-8, terms of RDF 1.2, and JSON-LD that asks for a
 * context from elsewhere: nothing is fetched. Limits of depth and size belong into {@link
 * #read(InputStream, String, RdfFormat, String, StreamRDF)}, through which everything is read.
 */
public final class RdfReader {

  private RdfReader() {}

  /**
   * Reads a file whose name's ending says what it is.
   *
   * @throws UnreadableRdf if it cannot be read or is not what its ending says; what was found until
   *     then has gone to the sink, whose {@code finish} is not called
   */
  public static void read(Path file, StreamRDF sink) {
    String extension = FilenameUtils.getExtension(file.toString());
    RdfFormat format =
        RdfFormat.ofExtension(extension)
            .orElseThrow(
                () ->
                    new UnreadableRdf(
                        file.toString(), 0, 0, "no RDF format ends in ." + extension));
    try (InputStream in = Files.newInputStream(file)) {
      read(in, file.toString(), format, null, sink);
    } catch (NoSuchFileException e) {
      throw new UnreadableRdf(file.toString(), 0, 0, "there is no such file");
    } catch (IOException e) {
      throw new UnreadableRdf(file.toString(), 0, 0, e.toString());
    }
  }

  /**
   * The triples of a file; what it says in named graphs is left out.
   *
   * @throws UnreadableRdf as {@link #read(Path, StreamRDF)} does
   */
  public static Graph readGraph(Path file) {
    Graph graph = GraphFactory.createDefaultGraph();
    read(file, StreamRDFLib.graph(graph));
    return graph;
  }

  /**
   * Reads a stream, which is left open.
   *
   * @param name what to call it in messages
   * @param base what relative IRIs are resolved against; without it they are errors
   * @throws UnreadableRdf if it is not in this format
   */
  public static void read(
      InputStream in, String name, RdfFormat format, @Nullable String base, StreamRDF sink) {
    Lang lang =
        format
            .lang()
            .orElseThrow(() -> new UnreadableRdf(name, 0, 0, format + " is only written here"));
    IRIxResolver.Builder resolver = IRIxResolver.create().resolve(true).allowRelative(false);
    try {
      RDFParser.create()
          .source(isXml(format) ? in : utf8(in))
          .forceLang(lang)
          .strict(true)
          .resolver((base == null ? resolver.noBase() : resolver.base(base)).build())
          .errorHandler(new Strict(name))
          .set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(RdfReader::refuse))
          .parse(new Rdf11(name, sink));
    } catch (JsonParseException e) {
      throw new UnreadableRdf(name, e.getLine(), e.getColumn(), String.valueOf(e.getMessage()));
    } catch (RiotException e) {
      throw new UnreadableRdf(name, 0, 0, String.valueOf(e.getMessage()));
    } catch (RuntimeIOException e) {
      throw new UnreadableRdf(name, 0, 0, "it is not UTF-8: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new UnreadableRdf(name, 0, 0, "it is nested too deeply");
    }
  }

  private static boolean isXml(RdfFormat format) {
    return format == RdfFormat.RDFXML || format == RdfFormat.TRIX;
  }

  /** The same bytes, but an error where they are not UTF-8: Jena would read U+FFFD. */
  private static InputStream utf8(InputStream in) {
    Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try {
      return ReaderInputStream.builder().setReader(strict).setCharset(StandardCharsets.UTF_8).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document refuse(URI context, DocumentLoaderOptions options) throws JsonLdError {
    throw new JsonLdError(
        JsonLdErrorCode.LOADING_DOCUMENT_FAILED,
        "<%s> is not fetched: write the context into the file".formatted(context));
  }

  private record Strict(String file) implements ErrorHandler {

    @Override
    public void warning(String message, long line, long column) {
      throw new UnreadableRdf(file, line, column, message);
    }

    @Override
    public void error(String message, long line, long column) {
      throw new UnreadableRdf(file, line, column, message);
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new UnreadableRdf(file, line, column, message);
    }
  }
}
