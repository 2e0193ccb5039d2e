/** Keeps what is logged within bounds, whatever callers send. */
@NullMarked
package io.quanyi.log;

import org.jspecify.annotations.NullMarked;
