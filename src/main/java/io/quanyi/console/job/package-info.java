/** The part of a page that shows how far a job is. */
@NullMarked
package io.quanyi.console.job;

import org.jspecify.annotations.NullMarked;
