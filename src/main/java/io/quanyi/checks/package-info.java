/** What is asked of a release before it may serve: that its parts hold together, and that its cases come out. */
@NullMarked
package io.quanyi.checks;

import org.jspecify.annotations.NullMarked;
