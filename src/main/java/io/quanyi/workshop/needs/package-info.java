/** The commands {@code facts} and {@code codes}: what a service needs to know, and the codes of a programme. */
@NullMarked
package io.quanyi.workshop.needs;

import org.jspecify.annotations.NullMarked;
