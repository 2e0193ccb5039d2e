/** Calls operations of the interface within the process, for other protocols that give the same answers. */
@NullMarked
package io.quanyi.web.operation;

import org.jspecify.annotations.NullMarked;
