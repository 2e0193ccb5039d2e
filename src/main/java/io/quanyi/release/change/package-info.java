/**
 * The changes that releases make: the spans of time that they change, and how a change is carried into releases that begin
 * later.
 */
@NullMarked
package io.quanyi.release.change;

import org.jspecify.annotations.NullMarked;
