/** The customers to whom the sentences of an impact apply, one by one and counted. */
@NullMarked
package io.quanyi.impact.census;

import org.jspecify.annotations.NullMarked;
