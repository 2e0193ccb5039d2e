/** The screen that shows who gets what: services by plans. */
@NullMarked
package io.quanyi.console.matrix;

import org.jspecify.annotations.NullMarked;
