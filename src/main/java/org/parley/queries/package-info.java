/**
 * What is asked: each file {@code queries/*.rq}, with its header, is an entry of the catalogue, a
 * REST resource and a command, with no Java of its own.
 *
 * <p>Below lie {@code store}, which a bound query is run over, and {@code vocab}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Parameters are bound in the syntax tree, never in the text.</b> A one-row VALUES block
 *       goes first into the outermost group of the query and of each subquery, and into each inner
 *       group that mentions the parameter: SPARQL evaluates inner groups and subqueries on their
 *       own (SPARQL 1.1, 18.2.1), so that a value set outside only would be ignored there in
 *       silence. A parameter is thus a constant of the whole query, and the file as it stands runs
 *       in any SPARQL editor as if every parameter were absent.
 *   <li><b>An absent optional parameter is left out of the block</b>, which means the same as UNDEF
 *       and leaves the optimizer free; {@code FILTER(!BOUND(?actor) || …)} sees it unbound.
 *   <li><b>Everything is checked when the file is read</b>, its defaults and examples included, so
 *       that a request can be refused only for what the request says.
 *   <li><b>All queries run under a {@link org.parley.queries.Deadline}</b>, which has a place for
 *       them among its {@link org.parley.queries.Workers}, a clock of its own, and a meter. Jena's
 *       own timeouts are never set: one query can block its only alarm thread. No thread is
 *       interrupted: that would close TDB2's files.
 *   <li><b>Many begin, few stay.</b> What is slow cannot be told beforehand, so everything begins
 *       at once and the system shares out the processors, which it does well; what turns out to be
 *       slow needs one of a few places more, and is told to come back when there is none.
 *   <li><b>A page is asked {@link org.parley.queries.Answers#together}</b>: a dozen queries in one
 *       reading and by one deadline.
 *   <li><b>Nothing given is ignored</b>: a parameter that is unknown, repeated or of the wrong type
 *       is an error. An empty value alone counts as not given, since that is what a browser sends
 *       for a form field left blank.
 * </ul>
 */
@NullMarked
package org.parley.queries;

import org.jspecify.annotations.NullMarked;
