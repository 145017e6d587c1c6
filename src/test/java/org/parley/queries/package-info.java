/** Query files: their headers, their parameters, and each file of {@code queries/} in full. */
@NullMarked
package org.parley.queries;

import org.jspecify.annotations.NullMarked;
