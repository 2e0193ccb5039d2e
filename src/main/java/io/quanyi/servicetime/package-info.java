/** Promises of time, the windows and holiday calendars they are counted in, and the instants they fall due. */
@NullMarked
package io.quanyi.servicetime;

import org.jspecify.annotations.NullMarked;
