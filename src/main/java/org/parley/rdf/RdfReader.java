package org.parley.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.IllegalFormatException;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.graph.Graph;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads RDF 1.1 strictly: what Jena would only warn of is an error.
 *
 * <p>Refused are relative IRIs without a base, IRIs that RFC 3987 does not allow, values that are
 * not of their datatype, bytes that are not UTF-8, terms of RDF 1.2, and JSON-LD that asks for a
 * context from elsewhere: nothing is fetched, and no entity of XML either. Everything is read
 * within {@link ReadLimits}.
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
   * Reads a stream, which is left open, within the limits for files.
   *
   * @param name what to call it in messages
   * @param base what relative IRIs are resolved against; without it they are errors
   * @throws UnreadableRdf if it is not in this format
   */
  public static void read(
      InputStream in, String name, RdfFormat format, @Nullable String base, StreamRDF sink) {
    read(in, name, format, base, ReadLimits.FILE, sink);
  }

  /**
   * Reads a stream, which is left open, within limits.
   *
   * @param name what to call it in messages
   * @param base what relative IRIs are resolved against; without it they are errors
   * @throws UnreadableRdf if it is not in this format, or goes beyond a limit
   */
  public static void read(
      InputStream in,
      String name,
      RdfFormat format,
      @Nullable String base,
      ReadLimits limits,
      StreamRDF sink) {
    Lang lang =
        format
            .lang()
            .orElseThrow(() -> new UnreadableRdf(name, 0, 0, format + " is only written here"));
    IRIxResolver.Builder resolver = IRIxResolver.create().resolve(true).allowRelative(false);
    try {
      InputStream counted = counted(in, name, limits);
      RDFParser.create()
          .source(isXml(format) ? XmlProlog.checked(counted, name) : utf8(counted, name, limits))
          .forceLang(lang)
          .strict(true)
          .resolver((base == null ? resolver.noBase() : resolver.base(base)).build())
          .errorHandler(new Strict(name))
          .factory(new BoundedTerms(name, limits))
          .set(LangJSONLD11.JSONLD_OPTIONS, jsonLdOptions())
          .parse(new Rdf11(name, limits.triples(), sink));
    } catch (JsonParseException e) {
      throw new UnreadableRdf(name, e.getLine(), e.getColumn(), String.valueOf(e.getMessage()));
    } catch (RiotException e) {
      throw new UnreadableRdf(name, 0, 0, String.valueOf(e.getMessage()));
    } catch (NumberFormatException e) {
      // Jena 5.6 fails so at a dateTime with a dozen digits of a second.
      throw new UnreadableRdf(name, 0, 0, "it holds a value that is not read: " + e.getMessage());
    } catch (IllegalFormatException e) {
      // Jena 5.6 fails so at its own message, when a file ends after ^^.
      throw new UnreadableRdf(name, 0, 0, "it breaks off within a term");
    } catch (RuntimeIOException e) {
      throw new UnreadableRdf(
          name,
          0,
          0,
          e.getCause() instanceof CharacterCodingException
              ? "it is not UTF-8. Convert it, for example by iconv"
              : String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnreadableRdf(name, 0, 0, e.toString());
    } catch (StackOverflowError e) {
      throw new UnreadableRdf(name, 0, 0, "it is nested too deeply");
    }
  }

  private static boolean isXml(RdfFormat format) {
    return format == RdfFormat.RDFXML || format == RdfFormat.TRIX;
  }

  private static InputStream counted(InputStream in, String name, ReadLimits limits)
      throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(in)
        .setMaxCount(limits.bytes() + 1)
        .setOnMaxCount(
            (most, count) -> {
              throw new UnreadableRdf(
                  name, 0, 0, "it has more than %,d bytes".formatted(limits.bytes()));
            })
        .get();
  }

  /** The same bytes, but an error where they are not UTF-8: Jena would read U+FFFD. */
  private static InputStream utf8(InputStream in, String name, ReadLimits limits)
      throws IOException {
    Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    return ReaderInputStream.builder()
        .setReader(new Nesting(name, limits, strict))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  /** New ones for each document: it keeps what a context says in them. */
  private static JsonLdOptions jsonLdOptions() {
    JsonLdOptions options = new JsonLdOptions(RdfReader::refuse);
    // It would leave out what it finds wrong and say so in a log; our own check refuses it.
    options.setUriValidation(UriValidationPolicy.None);
    options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
    return options;
  }

  private static Document refuse(URI context, DocumentLoaderOptions options) throws JsonLdError {
    throw new JsonLdError(
        JsonLdErrorCode.LOADING_DOCUMENT_FAILED,
        "<%s> is not fetched: write the context into the file".formatted(context));
  }
}
