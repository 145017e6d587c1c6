/**
 * The dataset and its revisions, kept in TDB2.
 *
 * <p>Nothing lies below but the vocabulary. This package alone knows TDB2; everything above sees a
 * read-only {@link org.apache.jena.sparql.core.DatasetGraph} and one way to change it, {@link
 * org.parley.store.Store#replace}. What was decided, and why:
 *
 * <ul>
 *   <li><b>Whole graphs in, differences written.</b> Callers say what a graph is to hold; the store
 *       works out what changes before it takes the write lock, so that the transaction adds,
 *       deletes and commits, and can fail by I/O only. Terms are compared as TDB2 gives them back
 *       (it keeps {@code 01} as {@code 1}), or the same file would differ at every load.
 *   <li><b>After an abort the database is reopened before the next write.</b> In Jena 5.6 an
 *       aborted write leaves a stale position behind and a later, successful commit becomes
 *       unreadable (apache/jena#3877). {@code AbortTest} shows it.
 *   <li><b>One dataset object for life.</b> TDB2's switchable container, meant for compaction,
 *       stays the same while what it holds is reopened: readers wait for a moment and never hold a
 *       closed database.
 *   <li><b>Nothing is in the default graph.</b> Its place is taken by the union of the named
 *       graphs, set in the dataset's context, which only queries see. A query with {@code FROM}
 *       should be given its dataset by the protocol layer: under this setting the engine ignores
 *       {@code FROM}.
 *   <li><b>Bookkeeping is data.</b> Revisions are triples of the graph {@code dataset}, written in
 *       the transaction they number; whoever loads may keep its own triples there too.
 * </ul>
 */
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
