/** The impact on given requests: each is decided by both releases and placed among the sentences. Uses {@code impact}. */
@NullMarked
package io.quanyi.impact.request;

import org.jspecify.annotations.NullMarked;
