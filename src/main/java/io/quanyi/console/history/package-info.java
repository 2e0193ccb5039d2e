/** The screen that shows the releases of a programme over time. */
@NullMarked
package io.quanyi.console.history;

import org.jspecify.annotations.NullMarked;
