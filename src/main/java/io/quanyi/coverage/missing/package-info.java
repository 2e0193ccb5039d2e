/** Chooses the cases that are missing: few requests that together detect the mutations that no case detects. */
@NullMarked
package io.quanyi.coverage.missing;

import org.jspecify.annotations.NullMarked;
