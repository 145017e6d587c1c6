package org.parley.search;

/**
 * What something is called.
 *
 * @param lang its language tag; empty when it has none
 */
public record Name(String text, String lang) {}
