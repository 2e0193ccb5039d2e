/** Long and repeated work: its threads, its bounds and its cancellation. */
@NullMarked
package io.quanyi.work;

import org.jspecify.annotations.NullMarked;
