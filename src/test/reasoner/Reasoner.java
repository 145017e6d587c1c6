import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RioTurtleDocumentFormat;
import org.semanticweb.owlapi.io.RDFParserMetaData;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;

/**
 * Reasons over Turtle files taken together, and checks the profiles of those that follow {@code
 * --profile}. It prints one line for each verdict:
 *
 * <pre>
 * unread N             triples that the OWL API dropped, then each of them: unread TRIPLE
 * consistent BOOLEAN
 * unsatisfiable IRI    for each such class, if the whole is consistent
 * dl violations N      of OWL 2 DL, then each of them: dl VIOLATION
 * rl violations N      of OWL 2 RL, then each of them: rl VIOLATION
 * </pre>
 *
 * The tests start this file as it stands (see their {@code Reasoner}), with the OWL API and HermiT
 * on its class path and not on theirs.
 */
class Reasoner {

  public static void main(String[] args) throws IOException, OWLOntologyCreationException {
    List<Path> files = new ArrayList<>();
    List<Path> profiled = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--profile")) {
        profiled.add(Path.of(args[++i]));
      } else {
        files.add(Path.of(args[i]));
      }
    }
    files.addAll(profiled);
    OWLOntology whole = load(files);
    list("unread", "unread", unread(whole));
    reason(whole);
    if (!profiled.isEmpty()) {
      OWLOntology ontology = load(profiled);
      check("dl", new OWL2DLProfile(), ontology);
      check("rl", new OWL2RLProfile(), ontology);
    }
  }

  /**
   * Reads the files as one: apart, the data would not know which of its properties the ontology
   * declares. Turtle may be strung together as long as blank nodes have no labels.
   */
  private static OWLOntology load(List<Path> files)
      throws IOException, OWLOntologyCreationException {
    StringBuilder turtle = new StringBuilder();
    for (Path file : files) {
      turtle.append(Files.readString(file)).append('\n');
    }
    var manager = OWLManager.createOWLOntologyManager();
    manager.getIRIMappers().add(imported -> IRI.create("file:///nothing/is/fetched"));
    return manager.loadOntologyFromOntologyDocument(
        new StringDocumentSource(
            turtle.toString(), IRI.create("urn:parley"), new RioTurtleDocumentFormat(), null),
        new OWLOntologyLoaderConfiguration()
            .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT));
  }

  /**
   * Triples for which OWL has no reading, such as {@code rdf:subject}: no profile mentions them.
   */
  private static Stream<?> unread(OWLOntology ontology) {
    return Optional.ofNullable(ontology.getFormat())
        .flatMap(OWLDocumentFormat::getOntologyLoaderMetaData)
        .map(RDFParserMetaData.class::cast)
        .orElseThrow()
        .getUnparsedTriples();
  }

  private static void reason(OWLOntology ontology) {
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    var reasoner = new ReasonerFactory().createReasoner(ontology, configuration);
    boolean consistent = reasoner.isConsistent();
    System.out.println("consistent " + consistent);
    if (consistent) {
      reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
          .map(type -> "unsatisfiable " + type.getIRI())
          .sorted()
          .forEach(System.out::println);
    }
  }

  private static void check(String name, OWLProfile profile, OWLOntology ontology) {
    list(name, name + " violations", profile.checkOntology(ontology).getViolations().stream());
  }

  private static void list(String name, String title, Stream<?> found) {
    List<String> lines =
        found.map(each -> name + " " + each.toString().replaceAll("\\s+", " ")).sorted().toList();
    System.out.println(title + " " + lines.size());
    lines.forEach(System.out::println);
  }
}
