/** Explains answers to requests: the facts, the rules that fired or nearly fired, the basis of each part, and how time was counted. */
@NullMarked
package io.quanyi.explain;

import org.jspecify.annotations.NullMarked;
