/** The words of an impact on a page, and the customers whom it is to count. */
@NullMarked
package io.quanyi.console.impact;

import org.jspecify.annotations.NullMarked;
