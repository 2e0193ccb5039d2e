/** Long work: how it is bounded, and how it ends when nobody waits for it any more. */
@NullMarked
package io.quanyi.work;

import org.jspecify.annotations.NullMarked;
