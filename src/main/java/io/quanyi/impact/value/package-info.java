/**
 * Values of the dimensions of requests: their labels, the numbers around a boundary, and the comparisons of the rules of both releases
 * with them. Uses no other package of {@code impact}.
 */
@NullMarked
package io.quanyi.impact.value;

import org.jspecify.annotations.NullMarked;
