/**
 * The command line: {@code parley serve | check | query | export | backup | restore | compact}.
 *
 * <p>Each command is a class whose annotations are its help. They read the sources into memory
 * unless a store is named, so that {@code query} and {@code export} work beside a running server,
 * whose store is locked. Errors that a person can mend are one screen of text and exit code 1; a
 * wrong command line is exit code 2, as picocli has it.
 *
 * <p>{@code serve} is handed in from the root: only the root knows Spring.
 */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
