/** Input: files with positions, strict trees, records bound from them, and all their faults at once. */
@NullMarked
package io.quanyi.source;

import org.jspecify.annotations.NullMarked;
