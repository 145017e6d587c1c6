package org.parley.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.parley.shapes.Finding;
import org.parley.vocab.Vocab;

/**
 * The passages held against the documents on disk: positions are code points of the text decoded as
 * UTF-8 (Web Annotation, section 4.2.5), digests are of the passage's UTF-8 bytes.
 *
 * @param documents how many documents were held against their file
 * @param passages how many passages and sidebars were found to be what their digest says
 * @param findings what is wrong, in document order
 */
public record Evidence(int documents, int passages, List<Finding> findings) {

  private static final String SPANS =
      """
      PREFIX parley: <%s>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?document ?file ?textDigest ?span ?start ?end ?digest ?sidebar
      WHERE {
        VALUES ?document { UNDEF }
        ?document parley:fileName ?file ; parley:textDigest ?textDigest .
        OPTIONAL {
          ?span parley:spanOf ?document ; oa:start ?start ; oa:end ?end ; parley:exactDigest ?digest .
          BIND (EXISTS { ?span a parley:Sidebar } AS ?sidebar)
        }
      }
      ORDER BY ?document ?start ?end
      """
          .formatted(Vocab.NS);

  /** Where the text of a document comes from. */
  @FunctionalInterface
  interface Texts {

    /**
     * The text.
     *
     * @throws UnprovenDocument when it is not there, or has another digest
     */
    DocumentText text(String file, String digest);
  }

  /**
   * Holds every passage of a data set against the documents in a folder.
   *
   * @param folder the folder with the documents, each under the name that the register gives
   * @param sources where the findings are located
   * @param data the data set, whose default graph is the union of its named graphs
   */
  public static Evidence check(Path folder, Sources sources, DatasetGraph data) {
    Query all = QueryFactory.create(SPANS);
    return check(all, new Documents(folder)::text, new Locator(sources.files()), data);
  }

  /** Holds the passages of one document against its text. */
  static Evidence check(Node document, Texts texts, Locator locator, DatasetGraph data) {
    Query query = Given.about(QueryFactory.create(SPANS), "document", List.of(document));
    return check(query, texts, locator, data);
  }

  private static Evidence check(Query spans, Texts texts, Locator locator, DatasetGraph data) {
    Map<Node, List<Binding>> byDocument = new LinkedHashMap<>();
    try (QueryExec execution = QueryExec.dataset(data).query(spans).build()) {
      execution
          .select()
          .forEachRemaining(
              row ->
                  byDocument.computeIfAbsent(row.get("document"), d -> new ArrayList<>()).add(row));
    }
    List<Finding> findings = new ArrayList<>();
    int passages = 0;
    for (List<Binding> rows : byDocument.values()) {
      passages += check(texts, rows, findings);
    }
    return new Evidence(
        byDocument.size(),
        passages,
        findings.stream().map(f -> f.at(locator.locate(f.focus()))).toList());
  }

  private static int check(Texts texts, List<Binding> rows, List<Finding> findings) {
    DocumentText document;
    try {
      document = texts.text(text(rows.getFirst(), "file"), text(rows.getFirst(), "textDigest"));
    } catch (UnprovenDocument e) {
      findings.add(
          new Finding(
              "document", String.valueOf(e.getMessage()), rows.getFirst().get("document"), null));
      return 0;
    }
    List<Span> spans =
        rows.stream().filter(row -> row.contains("span")).map(Evidence::span).toList();
    List<Span> sidebars = spans.stream().filter(Span::sidebar).toList();
    int sound = 0;
    for (Span span : spans) {
      String wrong = span.wrong(document, sidebars);
      if (wrong.isEmpty()) {
        sound++;
      } else {
        findings.add(new Finding("passage", wrong, span.node(), null));
      }
    }
    return sound;
  }

  private static Span span(Binding row) {
    return new Span(
        row.get("span"),
        Integer.parseInt(text(row, "start")),
        Integer.parseInt(text(row, "end")),
        text(row, "digest"),
        "true".equals(text(row, "sidebar")));
  }

  private static String text(Binding row, String name) {
    return row.get(name).getLiteralLexicalForm();
  }

  /** What was proven, in a line. */
  @Override
  public String toString() {
    return "%d passages and sidebars of %d documents are what their digests say; %d found wrong."
        .formatted(passages, documents, findings.size());
  }
}
