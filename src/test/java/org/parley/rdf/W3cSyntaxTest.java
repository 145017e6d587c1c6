package org.parley.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.TestManifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The W3C's syntax files for RDF 1.1, where they lie in {@code ../shared/w3c}: the good ones are
 * read, written in every format and read again; the bad ones are refused. Each exception stands
 * with its reason in {@code w3c-exceptions.txt}, and none may stand there that is no longer one.
 * {@link RandomRoundTripTest} goes the same way without these files.
 */
class W3cSyntaxTest {

  private static final Path SUITES = Path.of("../shared/w3c");

  /** A file of a suite, and what it should be read as where the suite says that. */
  private record Entry(Path action, @Nullable Path result, boolean good) {

    String name() {
      return action.getFileName().toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rdf11-turtle", "rdf11-trig"})
  void survives(String suite) throws IOException {
    Path folder = SUITES.resolve(suite);
    if (!Files.exists(folder)) {
      System.out.printf("W3C %s: not run, there is no folder %s%n", suite, folder.toAbsolutePath());
      return;
    }
    Model manifest = RDFDataMgr.loadModel(folder.resolve("manifest.ttl").toString());
    List<Entry> entries = entries(manifest);
    Set<String> exceptions = new TreeSet<>();
    int trips = 0;
    for (Entry entry : entries) {
      DatasetGraph data = DatasetGraphFactory.createTxnMem();
      boolean read = reads(entry, base(manifest), data);
      if (read != entry.good()) {
        exceptions.add(entry.name() + " read");
      } else if (read) {
        assertThat(isAsExpected(entry, data)).as(entry.name()).isTrue();
        for (RdfFormat format : RdfFormat.values()) {
          if (survives(format, data, entry)) {
            trips++;
          } else {
            exceptions.add(entry.name() + " " + format.extension());
          }
        }
      }
    }
    System.out.printf(
        "W3C %s: %d files, %d round trips to isomorphism, %d exceptions%n",
        suite, entries.size(), trips, exceptions.size());
    assertThat(exceptions).containsExactlyElementsOf(listed(entries));
  }

  private static boolean reads(Entry entry, String base, DatasetGraph into) throws IOException {
    String extension = entry.name().substring(entry.name().lastIndexOf('.') + 1);
    try (InputStream in = Files.newInputStream(entry.action())) {
      RdfReader.read(
          in,
          entry.name(),
          RdfFormat.ofExtension(extension).orElseThrow(),
          base + entry.name(),
          StreamRDFLib.dataset(into));
      return true;
    } catch (UnreadableRdf refused) {
      return false;
    }
  }

  private static boolean isAsExpected(Entry entry, DatasetGraph data) {
    if (entry.result() == null) {
      return true;
    }
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    RDFDataMgr.read(expected, entry.result().toUri().toString());
    return RoundTrip.isomorphic(expected, data);
  }

  private static boolean survives(RdfFormat format, DatasetGraph data, Entry entry) {
    List<Quad> quads = data.stream().toList();
    try {
      byte[] written = RoundTrip.write(format, quads.iterator());
      assertThat(
              RoundTrip.isomorphic(
                  RoundTrip.expected(format, quads), RoundTrip.read(format, written)))
          .as("%s through %s", entry.name(), format)
          .isTrue();
      return true;
    } catch (Unwritable refused) {
      return false;
    }
  }

  private static List<Entry> entries(Model manifest) {
    List<Entry> entries = new ArrayList<>();
    manifest
        .listSubjectsWithProperty(TestManifest.action)
        .forEach(
            test -> {
              String type = test.getPropertyResourceValue(RDF.type).getLocalName();
              Path action = Objects.requireNonNull(path(test, TestManifest.action));
              entries.add(
                  new Entry(action, path(test, TestManifest.result), !type.contains("Negative")));
            });
    return entries;
  }

  private static @Nullable Path path(Resource test, Property property) {
    Resource file = test.getPropertyResourceValue(property);
    return file == null ? null : Path.of(URI.create(file.getURI()));
  }

  private static String base(Model manifest) {
    Property base = ResourceFactory.createProperty(TestManifest.getURI(), "assumedTestBase");
    return manifest.listObjectsOfProperty(base).next().asResource().getURI();
  }

  /** The exceptions that are listed for these files. */
  private static Set<String> listed(List<Entry> entries) {
    Set<String> names = entries.stream().map(Entry::name).collect(Collectors.toSet());
    try (InputStream in = W3cSyntaxTest.class.getResourceAsStream("w3c-exceptions.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .filter(line -> names.contains(line.substring(0, line.indexOf(' '))))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
