package org.parley.events;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * An actor as an event table names it.
 *
 * @param name the name, as it stands there
 * @param actor who that is
 * @param attachedTo whom the brackets behind the name attach it to; null where there are none
 * @param spokenFor for whom it speaks: a state, or itself
 */
record Party(String name, Node actor, @Nullable Node attachedTo, Node spokenFor) {}
