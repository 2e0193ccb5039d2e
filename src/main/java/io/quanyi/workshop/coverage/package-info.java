/** The command {@code coverage}: the coverage of a programme by its cases. */
@NullMarked
package io.quanyi.workshop.coverage;

import org.jspecify.annotations.NullMarked;
