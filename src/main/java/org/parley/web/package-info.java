/**
 * The surface for people and programs: entities, queries, pages, errors.
 *
 * <p>Below lie {@code queries}, which every page and description is made by, {@code rdf}, which
 * writes them, {@code search}, {@code intake} for the texts of documents, and {@code store}. The
 * {@code sparql} package beside it never sees this one; the root hands it {@link Problems} for its
 * errors.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>A page is made of query files</b> (the resources beside this package, in the form of the
 *       catalogue), run in one read transaction, and one more query that names everything they
 *       found. What it costs does not grow with the number of rows.
 *   <li><b>A page groups its rows itself</b> ({@link org.parley.web.Rows}): the sides of a dispute,
 *       the cells of the positions and the years of the timeline are made in the template, of plain
 *       rows, so that another view is another template and query and no class.
 *   <li><b>Scripts only draw what the page lists</b>: the neighbourhood from its tables, the
 *       timeline from its entries. They ask the server for nothing. The scale of the timeline is a
 *       short script and not a library: it is one drawing.
 *   <li><b>A document's text is shown only where it is on disk and proven</b>: the file by its
 *       digest, then each passage by its own. The text is cut at every border of a passage, so that
 *       overlaps need no nesting.
 *   <li><b>A representation is complete before its first byte is sent</b>: it is bounded, it has a
 *       length and a strong entity tag, and what fails while it is made is an error and not half an
 *       answer.
 *   <li><b>What was sent is kept whole and by revision</b> ({@link org.parley.web.ResponseCache}):
 *       any change of the data may show on any page, so a new revision ends all that is kept, and
 *       nothing need know what depends on what. It lies in front of Spring's dispatcher, which
 *       costs more than to send the bytes.
 *   <li><b>We choose the media type</b>, with {@link org.parley.rdf.Accept}, and not Spring: the
 *       formats are ours, and so are the limits on the header.
 *   <li><b>Every path answers in one voice when something is wrong</b>: {@link Problems} alone
 *       turns exceptions into RFC 9457 problems, also for the SPARQL endpoint and for what the
 *       container refuses before any of our code runs.
 *   <li><b>An answer of the catalogue is whole unless a limit is asked for</b>, and no larger than
 *       32 MiB. Its pages are parts of one answer at one revision, which the cursor names.
 *   <li><b>A citation is a path with a revision, and a digest of the exact form</b>: TSV for rows,
 *       N-Triples for RDF, since both keep every term as it is and have one way to write it.
 *   <li><b>CSV of the catalogue is for spreadsheets too</b>: a cell that is no number and begins
 *       with {@code = + - @}, a tab or a carriage return has an apostrophe before it. TSV, JSON and
 *       the CSV of {@code /sparql} stay exact.
 *   <li><b>{@code /docs} is a page of forms</b>, made of the OpenAPI document. Swagger UI needs
 *       images in {@code data:} URLs, against our content security policy, and has controls without
 *       labels and within controls, against WCAG 2.2.
 *   <li><b>Of YASGUI only its editor, YASQE, is used.</b> The whole cleans the cells of results
 *       with the DOMPurify 3.2.4 that is in its bundle; we make cells of text nodes, so that
 *       nothing foreign reaches the copy in the editor's. What it would fetch from other hosts
 *       (prefixes, terms) comes from the page and from {@code /sparql}.
 *   <li><b>What is said of an entity is read once</b> ({@link org.parley.web.Pages}) for the page
 *       and the plain JSON. RDF comes straight from the store, followed by what is derived: the
 *       counts of the evidence as properties of the propositions, the links to the entity counted
 *       as VoID partitions, and the names of all that is mentioned. The order of the links is the
 *       store's own, which a revision keeps; so a hub is never sorted.
 *   <li><b>Locations are paths</b>, never absolute, so that no proxy's inner name leaks. Where a
 *       format wants absolute addresses (sitemap, VoID, DCAT) they are of the host that the client
 *       asked; what a proxy adds is believed only where a setting says so.
 *   <li><b>The data set describes itself by CONSTRUCT queries</b> over what it holds, in which Java
 *       sets the base address and the digests of the dumps. The data set, its partitions and its
 *       linksets have IRIs of their own, which are the same on every server; what a server adds to
 *       it (dumps, endpoint) is named by that server's address. There are no blank nodes, or no two
 *       answers would have the same entity tag.
 *   <li><b>Nothing asked is ignored</b>: a parameter that no controller names is an error, and so
 *       is a condition ({@code If-Match}) that does not hold, for reads too.
 *   <li><b>What streams has a weak entity tag</b> ({@link org.parley.web.Revalidation}), made of
 *       the question and the revision before anything is worked out; so a repeated query costs
 *       nothing.
 *   <li><b>Dumps are sorted and kept in memory</b>, compressed, one revision of them: the same
 *       store give the same bytes again, and they are sent like every other representation.
 *   <li><b>schema.org says plain facts only</b>, by the ontology's own alignments, in a data block
 *       that is never run and so needs no exception from the content security policy.
 * </ul>
 */
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
