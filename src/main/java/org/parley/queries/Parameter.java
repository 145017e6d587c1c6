package org.parley.queries;

import org.jspecify.annotations.Nullable;

/**
 * A variable of a query that the caller may set.
 *
 * @param name the variable's name, without its question mark
 * @param required whether a value must be given
 * @param defaultValue the value taken when none is given; null for none
 * @param description what the parameter does to the answer
 */
public record Parameter(
    String name,
    ParameterType type,
    boolean required,
    @Nullable String defaultValue,
    String description) {}
