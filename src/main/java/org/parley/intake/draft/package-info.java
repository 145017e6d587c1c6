/**
 * A first draft of a document's bundle, for a curator to fill.
 *
 * <p>{@link org.parley.intake.draft.Draft} takes the sentences of a text as passages, the names of
 * the register that {@link org.parley.search.Gazetteer} finds in them as mentions, and the dates
 * that are printed. What only a person can say, who takes which stance, is left as a skeleton in
 * comments.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>No text of the document is written</b>, so that the draft may be kept beside the data.
 *       What was found, and where, goes to the curator's terminal.
 *   <li><b>Names come from the register, not from a language model.</b> OpenNLP (1.4 MB) finds
 *       names only by models that are in no repository for Maven; CoreNLP (9 MB) needs some 480 MB
 *       of models, of English alone, under the GPL. Neither knows which Alexei is meant, and
 *       neither reads Ukrainian, Russian and Turkish. The register knows its names in all four
 *       languages; what begins with a capital beside them is told as unknown.
 *   <li><b>A date of a meeting that is known means that meeting</b>, since texts call it by no
 *       other name. Dates themselves are not mentioned by passages: they are things of the register
 *       that statements refer to, and a new one is only proposed.
 * </ul>
 */
@NullMarked
package org.parley.intake.draft;

import org.jspecify.annotations.NullMarked;
