/**
 * Bounds on the work of a comparison of releases, and the exceptions that say which bound was exceeded. Uses no other package of
 * {@code impact}; all of them use it.
 */
@NullMarked
package io.quanyi.impact.budget;

import org.jspecify.annotations.NullMarked;
