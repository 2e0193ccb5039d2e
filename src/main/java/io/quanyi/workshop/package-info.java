/** The command line of policy authors and of the build: check, test, seal, pack. */
@NullMarked
package io.quanyi.workshop;

import org.jspecify.annotations.NullMarked;
