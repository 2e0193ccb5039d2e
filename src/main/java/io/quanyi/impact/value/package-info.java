/**
 * Values of the dimensions of requests: their labels, the numbers around a boundary, and what the rules of the compared releases compare
 * them with. Uses no other package of {@code impact}.
 */
@NullMarked
package io.quanyi.impact.value;

import org.jspecify.annotations.NullMarked;
