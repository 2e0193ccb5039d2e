/** Says an impact in words: for people, in one of the languages, and for programs. */
@NullMarked
package io.quanyi.impact.report;

import org.jspecify.annotations.NullMarked;
