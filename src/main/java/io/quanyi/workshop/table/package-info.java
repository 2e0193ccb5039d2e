/** The commands {@code new table} and {@code new services}: rules and cases from the tables of a document. */
@NullMarked
package io.quanyi.workshop.table;

import org.jspecify.annotations.NullMarked;
