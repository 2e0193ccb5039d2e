/** Reads what people write: files with positions, strict trees, records bound from them, and every fault at once. */
@NullMarked
package io.quanyi.source;

import org.jspecify.annotations.NullMarked;
