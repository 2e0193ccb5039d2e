/** The commands {@code facts} and {@code codes}: the facts that a service asks for, and the codes of a programme. */
@NullMarked
package io.quanyi.workshop.needs;

import org.jspecify.annotations.NullMarked;
