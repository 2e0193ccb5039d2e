/** The command line of policy authors, of the build and of operators: one class for each command, and the printers of their reports. */
@NullMarked
package io.quanyi.workshop;

import org.jspecify.annotations.NullMarked;
