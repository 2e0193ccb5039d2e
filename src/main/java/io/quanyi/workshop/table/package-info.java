/** The command {@code new table}: rules and cases from a table of target times. */
@NullMarked
package io.quanyi.workshop.table;

import org.jspecify.annotations.NullMarked;
