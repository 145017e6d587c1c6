/**
 * The surface for people and programs: entities, queries, pages, errors.
 *
 * <p>Below lie {@code queries}, which every page and description is made by, {@code rdf}, which
 * writes them, and {@code store}. The {@code sparql} package beside it never sees this one; the
 * root hands it {@link Problems} for its errors.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>A page is a handful of query files</b> (the resources beside this package, in the form
 *       of the catalogue), run in one read transaction, and one more query that names everything
 *       they found. What it costs does not grow with the number of rows.
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
 *   <li><b>We choose the media type</b>, with {@link org.parley.rdf.Accept}, and not Spring: the
 *       formats are ours, and so are the limits on the header.
 *   <li><b>Every path answers in one voice when something is wrong</b>: {@link Problems} alone
 *       turns exceptions into RFC 9457 problems, also for the SPARQL endpoint and for what the
 *       container refuses before any of our code runs.
 *   <li><b>Locations are paths</b>, never absolute, so that no proxy's inner name leaks.
 * </ul>
 */
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
