/**
 * What is found: entities and terms of the ontology by any of their names, in any language and
 * script, spelled more or less as it is.
 *
 * <p>Below lie {@code store}, which is searched, and {@code vocab}. This package alone knows Lucene
 * and ICU. What was decided, and why:
 *
 * <ul>
 *   <li><b>The index is in memory and made anew for each revision</b>, from one query in one
 *       reading. It cannot fall behind the store, nothing has to be repaired or migrated, and a
 *       thousand names take a second. It is made when it is first needed.
 *   <li><b>One Lucene document is one name</b>, so that its score is of that name alone, and the
 *       name that was found can be shown. A thing is found where its best name is.
 *   <li><b>Everything is folded to plain Latin letters</b>, names and what is searched for alike:
 *       case, accents and script then make no difference, and the automata for typing errors work
 *       on one alphabet. Aliases carry the spellings that no rule gives ("Kiev").
 *   <li><b>Ranks are steps, not statistics</b>: the whole name, a whole word, the beginning of a
 *       word, one typing error, two. Words that are frequent in this small a graph are often just
 *       those that people look for, so their frequency says nothing. Where the rank is the same,
 *       things come before what is said of them, those with short names before those with long
 *       ones, and then the IRI decides.
 *   <li><b>In a text names are found by rule</b> ({@link org.parley.search.Gazetteer}): those of
 *       the register, longest first, with a table of endings for the cases of Ukrainian, Russian
 *       and Turkish. Typing errors are not allowed for there: a wrong mention costs more than a
 *       missing one.
 *   <li><b>What is searched for is text.</b> There is no query syntax, and so nothing to escape.
 * </ul>
 */
@NullMarked
package org.parley.search;

import org.jspecify.annotations.NullMarked;
