/** The screen that answers a question about a customer, and says why. */
@NullMarked
package io.quanyi.console.ask;

import org.jspecify.annotations.NullMarked;
