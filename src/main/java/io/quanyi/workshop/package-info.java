/** The command {@code quanyi}. Its subcommands are in the packages below, one for each task. */
@NullMarked
package io.quanyi.workshop;

import org.jspecify.annotations.NullMarked;
