/**
 * The changes of answers between two releases of a programme, and surveys of one release. This package is what callers see, with
 * {@code impact.budget} for bounds and {@code impact.report} for reports in words. It uses, and nothing outside uses,
 * {@code impact.enumeration} (decides every combination), {@code impact.dimension} (the dimensions in which requests differ), {@code impact.usage}
 * (usage and amounts), {@code impact.value} (values, and the comparisons of rules with them), {@code impact.term} (own terms of contracts)
 * and {@code impact.answer} (the answers that are compared); each of these uses only those named after it, and {@code impact.budget}.
 */
@NullMarked
package io.quanyi.impact;

import org.jspecify.annotations.NullMarked;
