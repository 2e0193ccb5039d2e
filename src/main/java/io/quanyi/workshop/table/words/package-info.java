/** The words of target times in the cells of a table, as documents write them. */
@NullMarked
package io.quanyi.workshop.table.words;

import org.jspecify.annotations.NullMarked;
