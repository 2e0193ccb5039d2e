/** The first screen: which release of each programme holds, what comes next, and a search over everything that has a name. */
@NullMarked
package io.quanyi.console.start;

import org.jspecify.annotations.NullMarked;
