/** The commands {@code new}: they create versions, services, rules and programmes that authors fill in. */
@NullMarked
package io.quanyi.workshop.scaffold;

import org.jspecify.annotations.NullMarked;
