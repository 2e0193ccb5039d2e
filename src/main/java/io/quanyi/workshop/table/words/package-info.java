/** The words in the cells of a table, as documents write them: target times, and names of the catalogue. */
@NullMarked
package io.quanyi.workshop.table.words;

import org.jspecify.annotations.NullMarked;
