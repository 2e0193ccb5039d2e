/** Digests by which equal bytes are recognised. */
@NullMarked
package io.quanyi.digest;

import org.jspecify.annotations.NullMarked;
