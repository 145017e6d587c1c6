package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C's suite for the SPARQL 1.1 Graph Store HTTP Protocol, as its manifest lists it. What it
 * writes is refused; what it reads is first put into the store as the suite expects to find it.
 * Graphs are identified indirectly (§4.2): a path of ours is no graph, which is why GET of one
 * becomes {@code ?graph=}.
 */
class GraphStoreSuiteTest extends Suite {
  private static final Path SUITE = Path.of("../shared/w3c/sparql11-http-rdf-update");
  private static final String NAME = "W3C SPARQL 1.1 Graph Store HTTP Protocol suite";
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String GRAPH = "http://example/store/";
  private static final Pattern REQUEST = Pattern.compile("\\n +(GET|HEAD|PUT|POST|DELETE) (\\S+)");
  private static final Pattern RESPONSE =
      Pattern.compile("(?s)#### Response\\s+(\\d{3})[^\\n]*(?:.*?\\n\\s*\\n(.*))?");

  @TestFactory
  Stream<DynamicTest> entries() {
    if (!Files.isDirectory(SUITE)) {
      System.out.println(NAME + ": NOT RUN, there is no " + SUITE);
      return Stream.of(DynamicTest.dynamicTest("not run: there is no " + SUITE, () -> {}));
    }
    Model manifest = RDFDataMgr.loadModel(SUITE.resolve("manifest.ttl").toString());
    List<Resource> entries =
        manifest
            .listSubjectsWithProperty(ResourceFactory.createProperty(MF, "entries"))
            .next()
            .getPropertyResourceValue(ResourceFactory.createProperty(MF, "entries"))
            .as(RDFList.class)
            .mapWith(entry -> entry.asResource())
            .toList();
    assertThat(entries).hasSize(18);
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getLocalName(),
                    () -> run(entry.getLocalName(), entry.getProperty(RDFS.comment).getString())));
  }

  private void run(String name, String text) throws IOException {
    Matcher request = REQUEST.matcher(text);
    Matcher response = RESPONSE.matcher(text);
    assertThat(request.find()).as(text).isTrue();
    assertThat(response.find()).as(text).isTrue();
    String method = request.group(1);
    boolean read = method.equals("GET") || method.equals("HEAD");
    Graph expected = graph(response.group(2));
    if (read) {
      put(
          request.group(2).contains("default"),
          method.equals("HEAD") ? graph("<urn:s> <urn:p> <urn:o> .") : expected);
    }
    HttpRequest.Builder asked =
        server
            .to(path(request.group(2)))
            .method(method, read ? BodyPublishers.noBody() : BodyPublishers.ofString(""))
            .header("Accept", "text/turtle");
    HttpResponse<String> answer = server.send(asked);
    if (read) {
      assertThat(answer.statusCode()).as(text).isEqualTo(Integer.parseInt(response.group(1)));
      if (answer.statusCode() == 200 && method.equals("GET")) {
        Graph given = graph(answer.body());
        given.find().filterKeep(GraphStoreSuiteTest::ours).toList().forEach(given::delete);
        assertThat(given.isIsomorphicWith(expected)).as(answer.body()).isTrue();
      }
      System.out.println(NAME + ": " + name + ": passed");
    } else {
      assertThat(answer.statusCode()).as(text).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
      System.out.println(NAME + ": " + name + ": " + method + " refused, read-only");
    }
  }

  /** The default graph is the union of all, and what the store says of its revision is among it. */
  private static boolean ours(Triple triple) {
    return triple.getSubject().toString().startsWith("https://w3id.org/parley/");
  }

  /** The graph that the suite asks for: one by its name, or the union. */
  private static String path(String target) {
    String graph = target.replaceFirst("^.*[?]graph=", "").replaceFirst("^.*\\$/?", "");
    return target.contains("?default")
        ? "/graphs?default"
        : "/graphs?graph=" + Server.encode(GRAPH + graph);
  }

  private void put(boolean once, Graph content) {
    Map<Node, Graph> graphs = new HashMap<>();
    for (String name : List.of("person/1.ttl", "person/2.ttl", "")) {
      graphs.put(
          NodeFactory.createURI(GRAPH + name),
          once && !name.isEmpty() ? GraphFactory.createDefaultGraph() : content);
    }
    var unused = store.replace(graphs, Set.of());
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    if (turtle != null) {
      RDFParser.create()
          .source(new StringReader(turtle.replace("$HOST$", "h").replace("$GRAPHSTORE$", "g")))
          .lang(Lang.TURTLE)
          .parse(graph);
    }
    return graph;
  }
}
