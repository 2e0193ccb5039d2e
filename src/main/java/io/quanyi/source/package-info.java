/**
 * Reads what people write: files with positions, strict trees, records bound from them, every fault at once, and what their
 * writers are told.
 */
@NullMarked
package io.quanyi.source;

import org.jspecify.annotations.NullMarked;
