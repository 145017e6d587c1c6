package org.parley.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C's suite for the SPARQL 1.1 Protocol, as its manifest lists it. Queries pass as they
 * should; updates that the suite expects to work are refused here, since the endpoint is read-only.
 */
class ProtocolSuiteTest extends Suite {

  private static final Path SUITE = Path.of("../shared/w3c/sparql11-protocol");
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "boolean", List.of("application/sparql-results+json", "application/sparql-results+xml"),
          "tabular", List.of("application/sparql-results+json", "application/sparql-results+xml"),
          "RDF", List.of("text/turtle", "application/rdf+xml", "application/n-triples"));

  @TestFactory
  Stream<DynamicTest> entries() {
    if (!Files.isDirectory(SUITE)) {
      System.out.println("W3C SPARQL 1.1 Protocol suite: NOT RUN, there is no " + SUITE);
      return Stream.of(DynamicTest.dynamicTest("not run: there is no " + SUITE, () -> {}));
    }
    Model manifest = RDFDataMgr.loadModel(SUITE.resolve("manifest.ttl").toString());
    store.replace(data(manifest), Set.of());
    List<Resource> entries =
        list(manifest.listSubjectsWithProperty(property(MF, "entries")).next(), MF, "entries");
    assertThat(entries).hasSize(34);
    return entries.stream().map(entry -> DynamicTest.dynamicTest(name(entry), () -> run(entry)));
  }

  private void run(Resource entry) throws IOException {
    Resource connection = entry.getPropertyResourceValue(property(MF, "action"));
    boolean update = entry.getLocalName().startsWith("update_");
    for (Resource request : list(connection, HT, "requests")) {
      HttpResponse<String> response = server.send(request(request));
      if (update) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(server.failures).isNotEmpty().last().isInstanceOf(Refused.class);
        System.out.println(
            "W3C SPARQL 1.1 Protocol suite: " + name(entry) + ": refused, read-only");
        return;
      }
      check(request.getPropertyResourceValue(property(HT, "resp")), response);
    }
  }

  private static void check(Resource expected, HttpResponse<String> response) {
    List<String> statuses =
        expected
            .listProperties(property(MF, "expectedStatus"))
            .mapWith(s -> s.getResource().getURI().replaceFirst(".*StatusCode(\\d).*", "$1"))
            .toList();
    assertThat(statuses).isNotEmpty();
    assertThat(Integer.toString(response.statusCode()).substring(0, 1)).isIn(statuses);
    Statement format = expected.getProperty(property(MF, "expectedFormat"));
    if (format != null) {
      String type = response.headers().firstValue("Content-Type").orElseThrow();
      assertThat(type.replaceFirst(";.*", "")).isIn(FORMATS.get(format.getString()));
    }
    Statement answer = expected.getProperty(property(MF, "expectedBoolean"));
    if (answer != null) {
      assertThat(response.body()).containsPattern("\"boolean\"\\s*:\\s*" + answer.getBoolean());
    }
  }

  private HttpRequest.Builder request(Resource request) {
    String path = request.getProperty(property(HT, "absolutePath")).getString();
    HttpRequest.Builder builder = server.to(path.replaceFirst("^/sparql/", "/sparql"));
    if (request.hasProperty(property(HT, "headers"))) {
      for (Resource header : list(request, HT, "headers")) {
        builder.header(
            header.getProperty(property(HT, "fieldName")).getString(),
            header.getProperty(property(HT, "fieldValue")).getString());
      }
    }
    Resource body = request.getPropertyResourceValue(property(HT, "body"));
    return builder.method(
        request.getProperty(property(HT, "methodName")).getString(),
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(
                body.getProperty(property(CNT, "chars")).getString(),
                Charset.forName(body.getProperty(property(CNT, "characterEncoding")).getString())));
  }

  private static Map<Node, Graph> data(Model manifest) {
    Map<Node, Graph> graphs = new HashMap<>();
    manifest
        .listStatements(null, property(UT, "graph"), (Resource) null)
        .forEach(
            statement -> {
              String name = statement.getSubject().getProperty(RDFS.label).getString();
              String uri = statement.getResource().getURI();
              Path file = SUITE.resolve(uri.substring(uri.lastIndexOf('/') + 1));
              graphs.put(NodeFactory.createURI(name), RDFDataMgr.loadGraph(file.toString()));
            });
    return graphs;
  }

  private static List<Resource> list(Resource subject, String namespace, String name) {
    return subject
        .getPropertyResourceValue(property(namespace, name))
        .as(RDFList.class)
        .mapWith(node -> node.asResource())
        .toList();
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }

  private static String name(Resource entry) {
    return entry.getLocalName() + ": " + entry.getProperty(property(MF, "name")).getString();
  }
}
