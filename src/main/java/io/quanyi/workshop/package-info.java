/** The command line of policy authors and of the build: check, test, seal, pack, index. */
@NullMarked
package io.quanyi.workshop;

import org.jspecify.annotations.NullMarked;
