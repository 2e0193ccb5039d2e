/** Bounds on how much is done at once and how slow a caller may be: connections, threads, places to work, bodies. */
@NullMarked
package io.quanyi.web.load;

import org.jspecify.annotations.NullMarked;
