/** What one client may use. */
@NullMarked
package org.parley.web.guard;

import org.jspecify.annotations.NullMarked;
