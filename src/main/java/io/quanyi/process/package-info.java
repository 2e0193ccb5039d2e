/** The end of the process: errors after which it must not go on. */
@NullMarked
package io.quanyi.process;

import org.jspecify.annotations.NullMarked;
