/** Reads the cells of a spreadsheet: a text with commas ({@code .csv}) or a workbook ({@code .xlsx}). */
@NullMarked
package io.quanyi.workshop.spreadsheet;

import org.jspecify.annotations.NullMarked;
