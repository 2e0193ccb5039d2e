/** The screen for those who run the service: which rules answer on this replica, and what is refused. */
@NullMarked
package io.quanyi.console.operation;

import org.jspecify.annotations.NullMarked;
