/** Jobs: long work that goes on after the call that asked for it, with its progress, and the lane in which one runs at a time. */
@NullMarked
package io.quanyi.release.job;

import org.jspecify.annotations.NullMarked;
