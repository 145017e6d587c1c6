/**
 * Coded event data: tables whose rows say who did what to whom and when, by a category of CAMEO or
 * PLOVER, taken into the same model as documents.
 *
 * <p>Below lie {@code store}, which keeps, and {@code vocab}. Decisions:
 *
 * <ul>
 *   <li><b>A table is a source document, a row a passage of it</b>, by its position in the file,
 *       the digest of its bytes and its fragment of RFC 7111 ({@code row=17}). Nothing names the
 *       reports that it was coded from, so the table itself is the origin of what it says.
 *   <li><b>A meeting is asserted by the table in its own voice</b>, and so becomes a fact by the
 *       rule. A demand, offer, appeal, refusal or accusation is a stance of the one who acted, and
 *       never a fact.
 *   <li><b>Nothing is added to what a category says.</b> A move is about the matter that its
 *       category names, an issue, or a matter that is not specified ({@code undertakes}). What
 *       somebody is accused of is a situation of that row alone, or else two accusers would seem to
 *       corroborate each other. A refusal answers a move of the one addressed, of which the
 *       attestation says that it is inferred. A visit has no destination and a signing no place.
 *   <li><b>What is no move and no meeting is skipped</b>, and counted with the reason.
 *   <li><b>Event data have graphs of their own</b>, one for each layer: {@code register/events},
 *       {@code statements/events}, {@code facts/events}, and {@code document/events-…} for each
 *       table. So documents are staged and checked without them, and reading the sources again
 *       leaves them alone, but for the facts that a document contests ({@code intake}). What the
 *       register knows is not described again; what the sources say later of a thing that stands
 *       here is added there, and each triple stays in one graph.
 *   <li><b>A name means an actor of the register that bears it</b>, as label or alias. Metonyms are
 *       not resolved: "Government (France)" is a body of the state, and speaks for it. Members of
 *       the United Nations are states, with the names that Unicode gives them; whether others are
 *       is not for us to say. Who is only named by a table has one name, in English, as it stands
 *       there.
 *   <li><b>Facts are written together with the rows</b> instead of being derived by query. A test
 *       holds them equal to what the rules derive.
 *   <li><b>Rows are drawn up while others are written</b>: one chunk ahead, so that two are held.
 *   <li><b>A chunk of rows is a revision</b>, and says in the same transaction how far the table
 *       was read. A table that changed, or grew, is another table: new rows come as a file of their
 *       own.
 *   <li><b>Memory grows with the number of names</b>, not with that of rows.
 * </ul>
 */
@NullMarked
package org.parley.events;

import org.jspecify.annotations.NullMarked;
