/**
 * The engine: decides one question by one release, as a pure function of both. A request is checked ({@code decision.request}); facts are
 * derived from it; the rules make findings ({@code decision.release}), which are combined ({@code decision.combination}), held against
 * limits and put into an answer ({@code decision.answer}). {@code decision.advice} makes more of it: suggestions, alternatives, sheets.
 */
@NullMarked
package io.quanyi.decision;

import org.jspecify.annotations.NullMarked;
