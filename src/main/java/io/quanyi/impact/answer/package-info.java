/**
 * Answers of releases as they are compared: split into the elements of their cores, with the difference of two answers and the rules
 * behind it. Uses no other package of {@code impact}.
 */
@NullMarked
package io.quanyi.impact.answer;

import org.jspecify.annotations.NullMarked;
