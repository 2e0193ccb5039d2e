/**
 * The dimensions in which requests about one service differ, with candidate values that are merged where neither release can
 * distinguish them. Uses {@code impact.usage}, {@code impact.value}, {@code impact.term}, {@code impact.answer} and
 * {@code impact.budget}.
 */
@NullMarked
package io.quanyi.impact.dimension;

import org.jspecify.annotations.NullMarked;
