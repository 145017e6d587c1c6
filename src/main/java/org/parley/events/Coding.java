package org.parley.events;

import static org.parley.events.Terms.DERIVED_FROM;
import static org.parley.events.Terms.PREF_LABEL;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * What a row says in the terms of the model. A meeting is asserted by the data set in its own
 * voice; a move is a stance of the one who acted, which the data set attests.
 */
final class Coding {

  private static final Node ASSERTION = Terms.of("Assertion");
  private static final Node CONTENT = Terms.of("content");
  private static final Node PARTICIPANT = Terms.of("participant");
  private static final Node ISSUE = Terms.of("issue");
  private static final String ASKED =
      "Who had asked for what was turned down is not told; that the target had is inferred.";

  /** The matters that are proposed rather than asked for. */
  private static final List<String> PROPOSED =
      List.of("meeting-or-negotiation", "settlement-of-dispute", "mediation");

  private final Source source;
  private final Register register;
  private final Chunk chunk;

  Coding(Source source, Register register, Chunk chunk) {
    this.source = source;
    this.register = register;
    this.chunk = chunk;
  }

  /** Puts an event down. */
  void put(Event event, Category.Kind kind) {
    List<Node> own = new ArrayList<>();
    attach(event.source(), own);
    attach(event.target(), own);
    List<Node> stances = new ArrayList<>();
    @Nullable String inferred = null;
    switch (kind) {
      case NegotiationRound, Conversation, Meeting ->
          meeting(event, kind.name(), PARTICIPANT, PARTICIPANT, own);
      case Visit -> meeting(event, "Visit", Terms.of("traveller"), PARTICIPANT, own);
      case Reception -> meeting(event, "Visit", PARTICIPANT, Terms.of("traveller"), own);
      case Agreement -> agreement(event, own);
      case Offer -> stances.add(move(event, "Offer", undertakes(event.source(), event)));
      case Demand, Appeal ->
          stances.add(move(event, kind.name(), undertakes(event.target(), event)));
      case Blame -> stances.add(move(event, "Assertion", responsible(event.target(), event)));
      case Denial -> stances.add(move(event, "Denial", responsible(event.source(), event)));
      case Refusal -> {
        stances.add(refusal(event));
        stances.add(thing("stance", event, "-asked"));
        inferred = ASKED;
      }
    }
    if (!own.isEmpty()) {
      stances.add(0, assertion(event, own));
    }
    source.attest(event.row(), stances, inferred, chunk);
  }

  private void meeting(Event event, String type, Node bySource, Node byTarget, List<Node> own) {
    Node meeting = thing("meeting", event, "");
    describe(
        meeting,
        type,
        "%s: %s and %s, %s"
            .formatted(
                event.category().label(),
                event.source().name(),
                event.target().name(),
                event.day()));
    own.add(fact(meeting, bySource, event.source().actor()));
    own.add(fact(meeting, byTarget, event.target().actor()));
    own.add(fact(meeting, Terms.of("eventDate"), register.day(event.day(), chunk)));
  }

  private void agreement(Event event, List<Node> own) {
    meeting(event, "Meeting", PARTICIPANT, PARTICIPANT, own);
    Node agreement = thing("outcome", event, "");
    describe(
        agreement,
        "Agreement",
        "agreement of %s and %s, signed on %s"
            .formatted(event.source().name(), event.target().name(), event.day()));
    own.add(fact(thing("meeting", event, ""), Terms.of("outcome"), agreement));
  }

  /** That an actor is attached to what stands in brackets behind its name, once for all rows. */
  private void attach(Party party, List<Node> own) {
    if (party.attachedTo() != null) {
      Node proposition = Chunk.proposition(party.actor(), "attachedTo", party.attachedTo());
      if (register.lacks(proposition)) {
        own.add(fact(party.actor(), Terms.of("attachedTo"), party.attachedTo()));
      }
    }
  }

  private Node fact(Node subject, Node predicate, Node object) {
    Node proposition = proposition(subject, predicate, object);
    chunk.propose(proposition, subject, predicate, object);
    chunk.follow(subject, predicate, object);
    return proposition;
  }

  private static Node proposition(Node subject, Node predicate, Node object) {
    return Chunk.proposition(subject, predicate.getURI().substring(Vocab.NS.length()), object);
  }

  private Node undertakes(Party who, Event event) {
    Node matter = register.matter(event.category().about(), chunk);
    Node proposition = Chunk.proposition(who.actor(), "undertakes", matter);
    if (register.lacks(proposition)) {
      chunk.propose(proposition, who.actor(), Terms.of("undertakes"), matter);
      chunk.state(proposition, ISSUE, matter);
    }
    return proposition;
  }

  /** What somebody is blamed for is this row's alone: two rows need not speak of the same. */
  private Node responsible(Party who, Event event) {
    Node situation = thing("outcome", event, "");
    describe(
        situation,
        "Situation",
        "what %s is accused of, %s, row %d of %s"
            .formatted(who.name(), event.day(), event.row().number(), source.slug()));
    Node proposition = Chunk.proposition(who.actor(), "responsibleFor", situation);
    chunk.propose(proposition, who.actor(), Terms.of("responsibleFor"), situation);
    chunk.state(proposition, ISSUE, register.matter(event.category().about(), chunk));
    return proposition;
  }

  private void describe(Node thing, String type, String label) {
    chunk.register(thing, Terms.of(type));
    chunk.register(thing, DERIVED_FROM, source.document());
    chunk.register(thing, PREF_LABEL, Terms.text(label, "en"));
  }

  private Node assertion(Event event, List<Node> contents) {
    Node stance = thing("stance", event, "-own");
    chunk.state(stance, ASSERTION);
    chunk.state(stance, Terms.of("holder"), source.document());
    contents.forEach(content -> chunk.state(stance, CONTENT, content));
    plain(stance, event.gist());
    return stance;
  }

  private Node move(Event event, String type, Node content) {
    Node stance = stance(event, "", type, event.source(), event.target(), event.gist());
    chunk.state(stance, CONTENT, content);
    chunk.state(stance, Terms.of("statedOn"), register.day(event.day(), chunk));
    return stance;
  }

  private Node refusal(Event event) {
    boolean proposed = PROPOSED.contains(event.category().about());
    Node asked =
        stance(
            event,
            "-asked",
            proposed ? "Offer" : "Appeal",
            event.target(),
            event.source(),
            "%s had asked for what %s turned down on %s."
                .formatted(event.target().name(), event.source().name(), event.day()));
    chunk.state(asked, CONTENT, undertakes(proposed ? event.target() : event.source(), event));
    Node refusal = stance(event, "", "Refusal", event.source(), event.target(), event.gist());
    chunk.state(refusal, Terms.of("respondsTo"), asked);
    chunk.state(refusal, Terms.of("statedOn"), register.day(event.day(), chunk));
    return refusal;
  }

  private Node stance(
      Event event, String suffix, String type, Party holder, Party addressee, String gist) {
    Node stance = thing("stance", event, suffix);
    chunk.state(stance, Terms.of(type));
    chunk.state(stance, Terms.of("holder"), holder.actor());
    chunk.state(stance, Terms.of("spokenFor"), holder.spokenFor());
    chunk.state(stance, Terms.of("addressee"), addressee.actor());
    plain(stance, gist);
    return stance;
  }

  private void plain(Node stance, String gist) {
    chunk.state(stance, Terms.of("certainty"), Terms.text("plain"));
    chunk.state(stance, Terms.of("gist"), Terms.text(gist, "en"));
  }

  private Node thing(String kind, Event event, String suffix) {
    return Terms.thing(kind, source.slug() + "-" + event.row().number() + suffix);
  }
}
