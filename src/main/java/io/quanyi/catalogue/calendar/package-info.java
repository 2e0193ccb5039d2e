/** The files of holiday calendars: read, and checked against each other and against earlier versions. */
@NullMarked
package io.quanyi.catalogue.calendar;

import org.jspecify.annotations.NullMarked;
