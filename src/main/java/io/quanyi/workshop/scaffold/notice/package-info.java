/** Reads notices of holidays from tables and calendar files. */
@NullMarked
package io.quanyi.workshop.scaffold.notice;

import org.jspecify.annotations.NullMarked;
