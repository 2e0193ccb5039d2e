/** The parts that all commands of {@code quanyi} share: options, output, faults, and the choice of a release. */
@NullMarked
package io.quanyi.workshop.command;

import org.jspecify.annotations.NullMarked;
