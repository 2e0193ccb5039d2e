/** The command {@code coverage}: what the cases of a programme cover. */
@NullMarked
package io.quanyi.workshop.coverage;

import org.jspecify.annotations.NullMarked;
