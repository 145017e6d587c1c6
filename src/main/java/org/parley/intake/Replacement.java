package org.parley.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.parley.shapes.Finding;
import org.parley.vocab.Vocab;

/**
 * What a version of a document changes: it takes the place of the present one, its descriptions are
 * added, and what nothing rests on any more goes.
 *
 * @param contents the graphs that change, as they will be
 * @param changed the subjects of which something else is said than before
 * @param described the subjects that are described by the new version
 * @param gone the subjects that are described no more
 * @param findings what it may not do
 */
record Replacement(
    Map<Node, Graph> contents,
    Set<Node> changed,
    Set<Node> described,
    Set<Node> gone,
    List<Finding> findings) {

  /** Draws up what a version changes in a data set; an empty one takes the document out. */
  static Replacement of(DatasetGraph data, Bundle next) {
    return new Drawing(data, next).draw();
  }

  /** Whether it changes nothing. */
  boolean isEmpty() {
    return changed.isEmpty();
  }

  private static final class Drawing {

    private final Bundle next;
    private final DatasetGraph data;
    private final Rests rests;
    private final Node document;
    private final Set<Node> own;
    private final Replacement drawn =
        new Replacement(
            new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>());

    Drawing(DatasetGraph data, Bundle next) {
      this.next = next;
      this.data = data;
      this.rests = new Rests(data);
      this.document = Bundle.graph(next.id());
      this.own = rests.alone(rests.of(data.getGraph(document)), document);
    }

    Replacement draw() {
      Graph before = data.getGraph(document);
      subjects(before).stream()
          .filter(node -> !next.document().contains(node, Node.ANY, Node.ANY))
          .forEach(drawn.gone::add);
      drawn.described.addAll(subjects(next.document()));
      subjects(next.document()).forEach(this::name);
      drawn.contents.put(document, next.document());
      Set<Node> reached = reached();
      layer(Bundle.STATEMENTS, next.statements(), reached);
      layer(Bundle.REGISTER, next.register(), reached);
      drawn.contents.forEach((name, graph) -> compare(data.getGraph(name), graph));
      return drawn;
    }

    /** The subjects of the layers that the new version rests on. */
    private Set<Node> reached() {
      Function<Node, List<Triple>> description =
          node -> {
            List<Triple> given =
                new ArrayList<>(next.statements().find(node, Node.ANY, Node.ANY).toList());
            given.addAll(next.register().find(node, Node.ANY, Node.ANY).toList());
            return given.isEmpty() || (!own.contains(node) && !rests.description(node).isEmpty())
                ? rests.description(node)
                : given;
          };
      Set<Node> reached = new HashSet<>();
      Deque<Node> queue = new ArrayDeque<>();
      next.document().find().forEach(triple -> Rests.follow(triple, queue));
      while (!queue.isEmpty()) {
        Node node = queue.pop();
        if (reached.add(node)) {
          description.apply(node).forEach(triple -> Rests.follow(triple, queue));
        }
      }
      return reached;
    }

    private void layer(Node name, Graph given, Set<Node> reached) {
      Graph layer = Rests.copy(data.getGraph(name));
      Graph events = data.getGraph(Coded.events(name));
      for (Node subject : own) {
        boolean replaced = given.contains(subject, Node.ANY, Node.ANY);
        if (replaced || !reached.contains(subject)) {
          if (layer.contains(subject, Node.ANY, Node.ANY) && !reached.contains(subject)) {
            drawn.gone.add(subject);
          }
          layer.remove(subject, Node.ANY, Node.ANY);
        }
      }
      for (Node subject : subjects(given)) {
        name(subject);
        boolean shared =
            layer.contains(subject, Node.ANY, Node.ANY)
                || events.contains(subject, Node.ANY, Node.ANY);
        if (!reached.contains(subject)) {
          find(subject, "Nothing in document '%s' leads to it. Refer to it, or leave it out.");
        }
        for (Triple triple : given.find(subject, Node.ANY, Node.ANY).toList()) {
          if (events.contains(triple)) {
            continue; // each triple stands in one graph
          }
          if (shared && !layer.contains(triple)) {
            find(
                subject,
                "Other documents than '%s' rest on its description, and this adds to it: "
                    + triple
                    + ". Leave the description as it is, or give what you mean another name.");
          } else {
            layer.add(triple);
          }
        }
        drawn.described.add(subject);
      }
      drawn.contents.put(name, layer);
    }

    /** A document speaks of things, and of nothing else: no term of the ontology, no revision. */
    private void name(Node subject) {
      if (!subject.isURI() || !subject.getURI().startsWith(Vocab.ID)) {
        find(
            subject,
            "Document '%s' cannot describe this: it is no thing, whose name begins with "
                + Vocab.ID
                + ". Leave it out.");
      }
    }

    private void find(Node subject, String message) {
      drawn.findings.add(
          new Finding("description", message.replace("%s", next.id()), subject, null));
    }

    private void compare(Graph before, Graph after) {
      before.find().filterDrop(after::contains).forEach(t -> drawn.changed.add(t.getSubject()));
      after.find().filterDrop(before::contains).forEach(t -> drawn.changed.add(t.getSubject()));
    }

    private static Set<Node> subjects(Graph graph) {
      return graph.find().mapWith(Triple::getSubject).toSet();
    }
  }
}
