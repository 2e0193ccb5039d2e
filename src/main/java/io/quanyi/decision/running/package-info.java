/** The course of a running case, as a caller states it: when it waited, and when it was responded to and resolved. */
@NullMarked
package io.quanyi.decision.running;

import org.jspecify.annotations.NullMarked;
