/** The command {@code matrix}: a table of services and plans. */
@NullMarked
package io.quanyi.workshop.matrix;

import org.jspecify.annotations.NullMarked;
