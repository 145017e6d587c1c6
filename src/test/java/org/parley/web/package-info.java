/** The surface over HTTP, on a real port, over a small data set about two invented countries. */
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
