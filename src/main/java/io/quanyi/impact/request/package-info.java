/** The impact on requests that somebody has in hand: each is decided by both releases and placed among the sentences. Uses {@code impact}. */
@NullMarked
package io.quanyi.impact.request;

import org.jspecify.annotations.NullMarked;
