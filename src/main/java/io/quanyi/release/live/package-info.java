/** The releases that answer requests at present, and their replacement by a newer state of the store. */
@NullMarked
package io.quanyi.release.live;

import org.jspecify.annotations.NullMarked;
