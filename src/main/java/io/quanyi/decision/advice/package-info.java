/** Decisions as callers get them: with suggestions, as alternatives, as the sheet of a customer and as the matrix of a programme. */
@NullMarked
package io.quanyi.decision.advice;

import org.jspecify.annotations.NullMarked;
