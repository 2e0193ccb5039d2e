/** The screen for operators: the rules that answer on this replica, and the states of the store that were refused. */
@NullMarked
package io.quanyi.console.operation;

import org.jspecify.annotations.NullMarked;
