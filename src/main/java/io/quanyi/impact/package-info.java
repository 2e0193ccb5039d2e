/** What changes for whom between two releases, by deciding every combination of facts that either can tell apart. */
@NullMarked
package io.quanyi.impact;

import org.jspecify.annotations.NullMarked;
