/** Remarks on a release that are no faults: those that nobody has judged, and those on the words of quotes. */
@NullMarked
package io.quanyi.checks.remark;

import org.jspecify.annotations.NullMarked;
