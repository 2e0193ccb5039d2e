/** The command {@code explain}: why a request is answered as it is. */
@NullMarked
package io.quanyi.workshop.explain;

import org.jspecify.annotations.NullMarked;
