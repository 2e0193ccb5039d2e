/** The command line of policy authors, of the build and of operators: check, test, seal, pack, index, key. */
@NullMarked
package io.quanyi.workshop;

import org.jspecify.annotations.NullMarked;
