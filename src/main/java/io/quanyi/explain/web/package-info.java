/** Explains answers over HTTP. */
@NullMarked
package io.quanyi.explain.web;

import org.jspecify.annotations.NullMarked;
