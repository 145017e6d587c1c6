/**
 * The dataset and its revisions, kept in TDB2 on disk or in memory, or by a SPARQL server
 * elsewhere.
 *
 * <p>Nothing lies below but the vocabulary. This package alone knows TDB2, and where the data are;
 * everything above sees a read-only {@link org.apache.jena.sparql.core.DatasetGraph} and one way to
 * change it: whole graphs, or what is known to be new ({@link org.parley.store.Store#replace},
 * {@link org.parley.store.Store#extend}). What was decided, and why:
 *
 * <ul>
 *   <li><b>Whole graphs in, differences written.</b> Callers say what a graph is to hold; the store
 *       works out what changes before it takes the write lock, so that the transaction adds,
 *       deletes and commits, and can fail by I/O only. Terms are compared as TDB2 gives them back
 *       (it keeps {@code 01} as {@code 1}), or the same file would differ at every load.
 *   <li><b>The six indexes are written side by side</b> ({@code Indexes}), each in its own order,
 *       by threads that borrow the tree together with its part of the one transaction. Commit and
 *       recovery are TDB2's own: a loader with transactions of its own is not safe from a kill.
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
 *   <li><b>A query is measured where it runs.</b> {@code Executor} sees every part of a query that
 *       is run, wherever the query hides it; what an operator holds on to is weighed there by a
 *       {@link org.parley.store.Meter}, and every function looks at it. Nothing is spilled to disk:
 *       what is too large for memory is refused, and there is no second thing to fill.
 *   <li><b>A query is only ever ended by cancelling it.</b> The engine takes any other exception
 *       within a filter for a row that the filter keeps out, and would answer with the rest. The
 *       meter remembers the reason, which whoever runs the query tells.
 *   <li><b>The stack must not overflow within the database.</b> There it can happen while a cache
 *       is locked, and nothing unlocks it again: every later read waits for good. {@code Walk}
 *       therefore tries the stack before each step of a path, whose length is that of the data.
 *   <li><b>An expression that has no value is unbound</b> (SPARQL 1.1, 17.2), also where the engine
 *       throws; an IRI that no grammar allows is none, and a number of a thousand digits overflows.
 *       A string that is too long ends the query instead: leaving it out would be a wrong answer.
 *   <li><b>A server answers from a copy in memory, where it fits.</b> {@code Resident} holds the
 *       union of the named graphs once more in Jena's hash-indexed graph, in half of the heap at
 *       most; the database stays what is written to and read at start. A copy is never changed: it
 *       is made anew beside the old one, and only a transaction of the very commit it was made from
 *       is answered from it ({@code Copied}); all others read the database as before. Whatever has
 *       no ORDER BY may come in another order from the one than from the other. Graphs of more than
 *       100,000 triples are held apart, so that a change elsewhere does not copy them again. A
 *       graph by its name is read from the database, since to hold them too would take twice the
 *       memory; a query for any graph is run there, where one index answers it. The half is counted
 *       by triples, and queries may keep the other: the watch over the heap ends the largest of
 *       them before both are full.
 *   <li><b>Rows are sorted by what was worked out once</b> ({@code Order}), and those that are held
 *       on to are taken out of the chains of rows that they were made of.
 *   <li><b>Bookkeeping is data.</b> Revisions are triples of the graph {@code dataset}, written in
 *       the transaction they number; whoever loads may keep its own triples there too.
 *   <li><b>The log is written first.</b> {@link org.parley.store.Changes} has the RDF Patch of a
 *       revision on disk before the transaction commits. So every revision has its patch, and a
 *       patch above the last revision is what a crash left, and is removed. The labels of blank
 *       nodes are those of the store, which N-Quads written by others do not keep: therefore a
 *       backup is restored from the log.
 *   <li><b>TDB2 remembers no absent terms.</b> Its cache of them (NodeTableCache, Jena 5.6) is also
 *       filled by readers of an older revision after a commit, with terms that the newer one has; a
 *       write of more new terms than its buffer of 1,000 holds then hides them from all later
 *       readers. {@code FaultsTest} shows 1,000 of 3,000 hidden, and none without that cache. A
 *       compaction drops our parameters, so the database is opened again after it.
 *   <li><b>Readers are kept out while TDB2 exchanges its files</b> ({@link org.parley.store.Gate}).
 *       It would exchange them under a reading, which then fails, is never ended, and makes the
 *       compaction wait for ever. So a compaction waits for readings to end, then all wait for it:
 *       seconds, at an hour that the operator chooses.
 *   <li><b>A store in memory is not read while it is written to.</b> TDB2 shares a buffer's
 *       position between threads there; its files on disk are mapped for each reader anew. So a
 *       change waits for readers there, and new ones for it.
 *   <li><b>128 MiB of the disk stay free</b>: a full disk would strike in mapped memory, not in a
 *       call that can fail.
 *   <li><b>A commit that fails is in doubt.</b> The store then takes no more writes, and neither
 *       aborts nor ends the transaction, which would cut off what recovery needs. The root ends the
 *       process; whoever opens the store next finds the change whole or not at all.
 *   <li><b>Closing waits for readers for 20 seconds</b>, then leaves it to the end of the process,
 *       which loses nothing: what was committed is on disk.
 * </ul>
 *
 * <p>Of a store elsewhere ({@code RemoteEngine}):
 *
 * <ul>
 *   <li><b>A query is sent whole</b>, as a SELECT of its pattern or an ASK ({@code Forwarding}), so
 *       that its cost here does not grow with the data; the other way, a copy of everything in
 *       memory, would be another embedded store that starts slowly. Jena fills templates in and
 *       asks for what is described. What a query may say is still looked at here; how much time and
 *       memory it takes there is for that server to bound.
 *   <li><b>There are no transactions across requests, and none are promised.</b> A reading asks for
 *       the revision before its first request and after its last, and is refused with {@link
 *       org.parley.store.EngineFailure.Moved} where they differ. Within this process that is rare:
 *       a change waits for readers for some seconds. A change by others that writes no revision is
 *       not seen.
 *   <li><b>A change is one operation of one update</b>, which servers make whole or not at all, and
 *       holds only while the revision before it is the newest ({@code Update}). So another process
 *       may write too, and what arrives late changes nothing. Where its answer is lost the revision
 *       tells what became of it; where that does not answer either, whoever asked is told that it
 *       is in doubt, and the log is held against the revision before the next change.
 *   <li><b>The Graph Store Protocol is not used.</b> It changes one graph a request, and a revision
 *       changes several at once; and most formats of RDF have no end by which half an answer could
 *       be told. Results come as JSON, which has one.
 *   <li><b>Blank nodes are IRIs there</b> (RDF 1.1 Concepts §3.5), since the protocol cannot name
 *       them. To {@code isBlank} they are what they are there.
 *   <li><b>Its default graph must be the union of the named ones</b>, as here; it is refused where
 *       it is not.
 *   <li><b>The change log is a directory here.</b> Where it does not lead to the newest revision,
 *       as after a change by others, it begins anew with everything.
 *   <li><b>No request is repeated, no redirection followed.</b> The next request is the next try.
 * </ul>
 */
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
