/**
 * Programs of other people against the whole server: Jena, RDF4J, a browser, a validator. Those
 * that are not written in Java stand in {@code src/test/clients}, where {@code .ci/run} runs them.
 */
@NullMarked
package org.parley.clients;

import org.jspecify.annotations.NullMarked;
