/**
 * The command line: to serve, to ask ({@code query}, {@code export}), to curate ({@code check,
 * passages, draft, put, retract}), to take coded events in ({@code import}, and {@code generate}
 * makes some) and to look after a store ({@code backup, restore, compact}).
 *
 * <p>Each command is a class whose annotations are its help. They read the sources into memory
 * unless a store is named, so that {@code query} and {@code export} work beside a running server,
 * whose store is locked. Errors that a person can mend are one screen of text and exit code 1; a
 * wrong command line is exit code 2, as picocli has it.
 *
 * <p>{@code passages} and {@code draft} show a curator the text of a document on the terminal; what
 * they write for a file holds none of it.
 *
 * <p>{@code serve} is handed in from the root: only the root knows Spring.
 */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
