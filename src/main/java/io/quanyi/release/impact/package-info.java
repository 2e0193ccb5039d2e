/** Impacts found in the background: of a draft on its base, and between two releases. */
@NullMarked
package io.quanyi.release.impact;

import org.jspecify.annotations.NullMarked;
