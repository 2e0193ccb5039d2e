/** Reports of impacts in words: for people, in one of the languages, and for programs. Uses {@code impact} and the types that it shows. */
@NullMarked
package io.quanyi.impact.report;

import org.jspecify.annotations.NullMarked;
