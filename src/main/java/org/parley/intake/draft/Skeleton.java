package org.parley.intake.draft;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.parley.intake.Passage;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/**
 * A draft as a TriG bundle. Lines that begin with {@code #|} are proposals: to be filled where it
 * says FILL, and to be kept by taking those two characters away, or dropped.
 */
public final class Skeleton {

  private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»]");

  /** Words by which a sentence gives what somebody else says: then the document does not say it. */
  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(said|sa(ys|ying)|told|stat(ed|es|ing)|according"
              + " to|report(ed|s|edly)|announc\\w+|add(ed|s)"
              + "|den(ied|ies|ying)|claim\\w*|alleg\\w+|accus\\w+|blam\\w+|warn\\w*|insist\\w*|argu\\w+|urg\\w+|demand\\w*|call(ed|s)?"
              + " (on|for)|ask(ed|s)|propos\\w+|offer\\w*|promis\\w+"
              + "|refus\\w+|reject\\w*|believ\\w+|think\\w*|expect\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BLANK = Pattern.compile("^ +$", Pattern.MULTILINE);

  private final Draft draft;
  private final Calendar calendar;

  public Skeleton(Draft draft, DatasetGraph data) {
    this.draft = draft;
    this.calendar = new Calendar(data);
  }

  /** The bundle. */
  public String trig() {
    return BLANK.matcher(bundle()).replaceAll("");
  }

  private String bundle() {
    return prefixes()
        + "\n# Draft of document %s. Take #| away from what holds, and fill it where it says FILL.\n"
            .formatted(draft.id())
        + "\nGRAPH graph:register {\n"
        + register().indent(2)
        + "}\n\nGRAPH graph:statements {\n"
        + proposed(
                """
                proposition:FILL--FILL--FILL a parley:Proposition ;
                    parley:subject FILL ;
                    parley:predicate parley:FILL ;
                    parley:object FILL .

                """
                    + draft.passages().keySet().stream()
                        .map(this::stance)
                        .collect(Collectors.joining("\n")))
            .indent(2)
        + "}\n\nGRAPH doc:%s {\n".formatted(draft.id())
        + draft.passages().entrySet().stream()
            .map(entry -> passage(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"))
            .indent(2)
        + "}\n";
  }

  private static String prefixes() {
    return Stream.concat(
            Stream.of("parley", "graph", "oa", "skos", "xsd", "org", "dcterms", "edtf"),
            Prefixes.KINDS.stream())
        .map(
            prefix ->
                "@prefix %s: <%s> .%n"
                    .formatted(
                        prefix, Objects.requireNonNull(Prefixes.mapping().getNsPrefixURI(prefix))))
        .collect(
            Collectors.joining("", "", "@prefix doc: <%sdocument/> .%n".formatted(Vocab.GRAPH)));
  }

  private String register() {
    String id = draft.id();
    // The last day that is printed: a report is not older than what it tells.
    String latest =
        draft.dates().stream()
            .map(PrintedDate::date)
            .filter(Objects::nonNull)
            .max(Comparator.<LocalDate>naturalOrder())
            .map(LocalDate::toString)
            .orElse("");
    String from = latest + "/..";
    String document =
        """
        document:%s a parley:SourceDocument ;
            skos:prefLabel "document %s"@en , "документ %s"@uk , "документ %s"@ru , "belge %s"@tr ;
        %s    parley:fileName "%s" ;
            parley:textDigest "%s" .
        """
            .formatted(
                id,
                id,
                id,
                id,
                id,
                latest.isEmpty()
                    ? "#|  parley:knownFrom date:FILL ; parley:knownFromBasis \"FILL\" ;\n"
                    : """
                        # Or, if the day is printed as the day of publication: %s and "printed".
                        parley:knownFrom %s ;
                        parley:knownFromBasis "inferred" ;
                    """
                        .formatted(Calendar.name(latest), Calendar.name(from)),
                EscapeStr.stringEsc(draft.fileName()),
                draft.document().digest());
    Set<String> unknown = new TreeSet<>();
    draft.dates().stream()
        .filter(date -> date.year() != null && !calendar.has(date.edtf()))
        .forEach(date -> unknown.add(date.edtf()));
    String dates = unknown.stream().map(Calendar::node).collect(Collectors.joining("\n"));
    return document
        + (latest.isEmpty() || calendar.has(from) ? "" : "\n" + Calendar.node(from))
        + (dates.isEmpty() ? "" : "\n" + proposed(dates));
  }

  private String stance(Passage passage) {
    return """
    stance:%s a parley:Assertion ;
        parley:holder %s ;
        parley:certainty "plain" ;
        parley:gist "FILL"@en ;
        parley:content proposition:FILL .
    """
        .formatted(passage.slug(draft.id()), origin(passage));
  }

  private String passage(Passage passage, Set<String> mentions) {
    String slug = passage.slug(draft.id());
    String turtle = passage.turtle(draft.id());
    String named =
        mentions.isEmpty()
            ? " .\n"
            : " ;\n    parley:mentions "
                + mentions.stream().map(Draft::name).collect(Collectors.joining(" , "))
                + " .\n";
    String origin = origin(passage);
    boolean own = !reports(passage);
    String attestation =
        """
        attestation:%s a parley:Attestation ;
            parley:document document:%s ;
            parley:origin %s ;
        %s    parley:voice "%s" ;
            parley:reporting "plain" ;
            parley:attests stance:%s ;
            parley:passage passage:%s .
        """
            .formatted(
                slug,
                draft.id(),
                origin,
                own ? "" : "    parley:chain attestation:%s--1 ;%n".formatted(slug),
                own ? "own" : QUOTATION.matcher(passage.text()).find() ? "quoted" : "paraphrased",
                slug,
                slug);
    String link =
        own
            ? ""
            : "attestation:%s--1 a parley:ChainLink ; parley:position 1 ; parley:link %s .%n"
                .formatted(slug, origin);
    return turtle + named + proposed(attestation + link);
  }

  /** Where the words are somebody else's, who that is; else the document. */
  private String origin(Passage passage) {
    return reports(passage) ? "actor:FILL" : "document:" + draft.id();
  }

  private static boolean reports(Passage passage) {
    return QUOTATION.matcher(passage.text()).find() || REPORT.matcher(passage.text()).find();
  }

  private static String proposed(String lines) {
    return lines
        .lines()
        .map(line -> line.isEmpty() ? line : "#| " + line)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
