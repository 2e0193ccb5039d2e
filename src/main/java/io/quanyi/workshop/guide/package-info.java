/** The commands {@code next} and {@code clauses}: how far the draft of a programme is, and what its author does next. */
@NullMarked
package io.quanyi.workshop.guide;

import org.jspecify.annotations.NullMarked;
