/**
 * SPARQL over HTTP: queries at {@code /sparql}, whole graphs at {@code /graphs}, both for reading
 * only.
 *
 * <p>Fuseki's dispatcher runs as a servlet filter inside the one container there is; this package
 * alone knows it. Below lie {@code store} (what is read) and {@code queries} (the parser). What was
 * decided, and why:
 *
 * <ul>
 *   <li><b>Fuseki dispatches; the answering is ours.</b> Left alone it writes errors as plain text,
 *       ends a query that ran out of time as a valid 200, answers XML to whoever asks for something
 *       it lacks, and obeys parameters such as {@code timeout} and {@code callback}. Therefore both
 *       operations override {@code process}, keep whatever goes wrong for {@link
 *       org.parley.sparql.SparqlEndpoint}, and write results themselves.
 *   <li><b>An error is an exception until the very end.</b> {@link org.parley.sparql.Refused} and
 *       {@link org.parley.queries.MalformedQuery} reach the {@link org.parley.sparql.ErrorAnswer}
 *       that root supplies; nothing here knows how a problem looks.
 *   <li><b>An answer is complete or visibly broken.</b> {@code Answer} holds back the first 64 KiB,
 *       so that a failure within them is still an error with its status; later ones break the
 *       connection.
 *   <li><b>A query that asks for too much is 403, one that comes at a bad time 503.</b> What no
 *       query may use, such as memory, length or nesting, is refused for good: RFC 9110 §15.5.4
 *       asks that it not be repeated. Time is 503 with {@code Retry-After}, since the same query
 *       may be quick when others are gone. Strangers have {@link org.parley.queries.Workers} of
 *       their own.
 *   <li><b>CORS is in front</b>: whoever mounts the endpoint sets its headers, on errors too.
 *   <li><b>What a query may call is a list.</b> {@code Guard} puts registries into each query's
 *       context that know the functions of XPath and SPARQL and nothing else, so that no way of
 *       writing a call gets round it, and looks for calls in the text of the algebra, which hides
 *       nothing, so that none is let in for want of a row to call it with. {@code Tokens} finds
 *       {@code SERVICE}, too much nesting and too many parts before anything is parsed.
 *   <li><b>{@code /graphs?default}</b> is the union of all graphs: what a query that names no graph
 *       sees. The store's own default graph is empty by design.
 * </ul>
 */
@NullMarked
package org.parley.sparql;

import org.jspecify.annotations.NullMarked;
