/** The command {@code impact}: the changes of all answers between two releases. */
@NullMarked
package io.quanyi.workshop.impact;

import org.jspecify.annotations.NullMarked;
