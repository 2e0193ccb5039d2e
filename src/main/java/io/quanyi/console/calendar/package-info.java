/** The yearly holidays in the console: a form for the notice of a year, whose answers it changes, and its publication in all programmes. */
@NullMarked
package io.quanyi.console.calendar;

import org.jspecify.annotations.NullMarked;
