/** The audit log: what publishers did or tried, a line for each event. */
@NullMarked
package io.quanyi.access.audit;

import org.jspecify.annotations.NullMarked;
