/** The checks of a release before it may serve: its parts, its cases, and every answer that it can give. */
@NullMarked
package io.quanyi.checks;

import org.jspecify.annotations.NullMarked;
