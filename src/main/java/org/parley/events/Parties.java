package org.parley.events;

import static org.parley.events.Terms.DERIVED_FROM;
import static org.parley.events.Terms.PREF_LABEL;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * Who is meant by a name: an actor of the register that bears it as label or alias, in any language
 * and whatever its case and accents, or one that is put into the register. A name that two actors
 * of the register bear means neither.
 */
final class Parties {

  private static final String ACTOR = Vocab.ID + "actor/";
  private static final Node ALT_LABEL =
      NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#altLabel");
  private static final Node STATE = Terms.of("State");
  private static final Node GROUP = Terms.of("Group");
  private static final Node BODY = Terms.of("GovernmentBody");

  /** A role and what stands in brackets behind it, which may hold brackets itself. */
  private static final Pattern ROLE = Pattern.compile("(.*\\S) \\(((?:[^()]|\\([^()]*\\))+)\\)");

  private record Bearing(Node type, boolean speaksForState, Pattern pattern) {}

  private static final List<Bearing> BEARINGS =
      Resource.rows("classes.tsv").stream()
          .map(
              row ->
                  new Bearing(
                      Terms.of(row[0]),
                      row[1].equals("state"),
                      Pattern.compile(row[2], Pattern.CASE_INSENSITIVE)))
          .toList();

  private final Map<String, Node> known = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<Node> states = new HashSet<>();
  private final Set<Node> edited = new HashSet<>();
  private final Set<Node> taken = new HashSet<>();
  private final Map<String, Party> parties = new HashMap<>();

  /** Those that a data set knows; to be made within a reading. */
  Parties(DatasetGraph data) {
    for (Node graph : List.of(Vocab.graph("register"), Chunk.REGISTER)) {
      for (Node label : List.of(PREF_LABEL, ALT_LABEL)) {
        data.find(graph, Node.ANY, label, Node.ANY)
            .forEachRemaining(quad -> know(quad.getSubject(), quad.getObject()));
      }
      data.find(graph, Node.ANY, RDF.Nodes.type, STATE)
          .forEachRemaining(quad -> states.add(quad.getSubject()));
      if (!Vocab.ofEvents(graph)) {
        edited.addAll(taken);
      }
    }
    known.keySet().removeAll(ambiguous);
  }

  private void know(Node actor, Node label) {
    if (actor.getURI().startsWith(ACTOR)) {
      taken.add(actor);
      Node before = known.putIfAbsent(Names.folded(label.getLiteralLexicalForm()), actor);
      if (before != null && !before.equals(actor)) {
        ambiguous.add(Names.folded(label.getLiteralLexicalForm()));
      }
    }
  }

  /**
   * The one who is called so.
   *
   * @param document what it is to be derived from where it is not known yet
   */
  Party called(String name, Node document, Chunk chunk) {
    Party party = parties.get(name);
    if (party == null) {
      party = find(name, document, chunk);
      parties.put(name, party);
    }
    return party;
  }

  private Party find(String name, Node document, Chunk chunk) {
    @Nullable Node actor = known.get(Names.folded(name));
    Matcher brackets = ROLE.matcher(name);
    boolean attached = !edited.contains(actor) && brackets.matches();
    Bearing bearing = bearing(attached ? brackets.group(1) : name);
    @Nullable Node whole = attached ? called(brackets.group(2), document, chunk).actor() : null;
    boolean official = bearing != null && bearing.speaksForState && states.contains(whole);
    if (actor == null) {
      @Nullable String state = attached ? null : States.named(name);
      actor =
          state != null
              ? state(state, document, chunk)
              : mint(name, type(bearing, attached, official), document, chunk);
    }
    return new Party(name, actor, whole, official && whole != null ? whole : actor);
  }

  private static @Nullable Bearing bearing(String role) {
    return BEARINGS.stream()
        .filter(bearing -> bearing.pattern.matcher(role).matches())
        .findFirst()
        .orElse(null);
  }

  private static Node type(@Nullable Bearing bearing, boolean attached, boolean official) {
    if (bearing == null) {
      return attached ? GROUP : Terms.of("Actor");
    }
    return bearing.type.equals(BODY) && !official ? Terms.of("Organization") : bearing.type;
  }

  private Node state(String code, Node document, Chunk chunk) {
    Map<String, String> names = States.names(code);
    String english = names.getOrDefault("en", code);
    @Nullable Node actor = known.get(Names.folded(english));
    if (actor == null) {
      actor = name(english);
      chunk.register(actor, STATE);
      chunk.register(actor, DERIVED_FROM, document);
      for (Map.Entry<String, String> name : names.entrySet()) {
        chunk.register(actor, PREF_LABEL, Terms.text(name.getValue(), name.getKey()));
      }
      known.put(Names.folded(english), actor);
      states.add(actor);
    }
    return actor;
  }

  private Node mint(String name, Node type, Node document, Chunk chunk) {
    Node actor = name(name);
    chunk.register(actor, type);
    chunk.register(actor, DERIVED_FROM, document);
    chunk.register(actor, PREF_LABEL, Terms.text(name, "en"));
    known.put(Names.folded(name), actor);
    return actor;
  }

  /** A name for an actor that nobody has yet: the next number where others are called so. */
  private Node name(String name) {
    String slug = Names.slug(name);
    Node actor = Terms.thing("actor", slug);
    for (int i = 2; !taken.add(actor); i++) {
      actor = Terms.thing("actor", slug + "-" + i);
    }
    return actor;
  }
}
