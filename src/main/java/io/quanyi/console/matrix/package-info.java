/** The screen of the matrix: the services of each plan. */
@NullMarked
package io.quanyi.console.matrix;

import org.jspecify.annotations.NullMarked;
