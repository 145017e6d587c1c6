package org.parley.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Prefixes;
import org.parley.vocab.Vocab;

/**
 * An RDF term as a page shows it.
 *
 * @param label what to call it; null to show the term itself
 */
record Term(Node node, @Nullable String label) {
  private static final Pattern DURATION = Pattern.compile("PT(?=\\d)(?:(\\d+)H)?(?:(\\d+)M)?");

  /** Its label; else its text, or its IRI shortened by a prefix. */
  public String text() {
    if (label != null) {
      return label;
    }
    if (node.isLiteral()) {
      return duration(node.getLiteralLexicalForm());
    }
    if (!node.isURI()) {
      return node.toString();
    }
    String iri = node.getURI();
    if (iri.startsWith(Vocab.ID)) {
      return iri.substring(Vocab.ID.length());
    }
    String shortened = Prefixes.mapping().qnameFor(iri);
    return shortened == null ? iri : shortened;
  }

  /** A duration of hours and minutes in words; any other text as it is. */
  private String duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!XSD.duration.getURI().equals(node.getLiteralDatatypeURI()) || !parts.matches()) {
      return text;
    }
    return Stream.of(counted(parts.group(1), "hour"), counted(parts.group(2), "minute"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String counted(@Nullable String number, String unit) {
    return number == null ? "" : number + " " + unit + (number.equals("1") ? "" : "s");
  }

  /** Where it leads: an entity's page, a term's entry, or the web; null when it leads nowhere. */
  public @Nullable String href() {
    if (!node.isURI()) {
      return null;
    }
    String iri = node.getURI();
    if (iri.startsWith(Vocab.ID)) {
      return "/page/" + iri.substring(Vocab.ID.length());
    }
    if (iri.startsWith(Vocab.NS)) {
      return "/ontology#" + iri.substring(Vocab.NS.length());
    }
    return !iri.startsWith(Vocab.GRAPH) && (iri.startsWith("http://") || iri.startsWith("https://"))
        ? iri
        : null;
  }

  /**
   * For those who know no RDF: a number, a truth value or a text; an object with {@code id}, {@code
   * name} and {@code page} for what has an IRI.
   */
  @Nullable Object json() {
    if (node.isLiteral()) {
      boolean natural = node.getLiteral().isWellFormed() && node.getLiteralLanguage().isEmpty();
      return natural && node.getLiteralValue() instanceof Number number
          ? number
          : natural && node.getLiteralValue() instanceof Boolean truth
              ? truth
              : node.getLiteralLexicalForm();
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", node.isURI() ? node.getURI() : node.toString());
    json.put("name", text());
    json.put("page", href());
    return json;
  }

  /** The language of a literal; null when it has none, or for labels, which are in English. */
  public @Nullable String lang() {
    return node.isLiteral() && !node.getLiteralLanguage().isEmpty()
        ? node.getLiteralLanguage()
        : null;
  }

  /** The whole of it, to be seen on request. */
  public @Nullable String title() {
    return node.isURI() ? node.getURI() : null;
  }

  /** The last step of its IRI: "Assertion", "prefLabel", for choosing how to show it. */
  public String localName() {
    return node.isURI() ? node.getURI().replaceFirst("^.*[#/]", "") : "";
  }
}
