/**
 * Decides every combination of dimension values of one service by both releases. {@link io.quanyi.impact.enumeration.AnswerEnumeration}
 * is the only way in; its result is a {@link io.quanyi.impact.enumeration.CombinationTable}. Uses {@code impact.dimension},
 * {@code impact.answer} and {@code impact.budget}.
 */
@NullMarked
package io.quanyi.impact.enumeration;

import org.jspecify.annotations.NullMarked;
