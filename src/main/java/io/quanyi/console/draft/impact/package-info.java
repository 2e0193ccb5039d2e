/** The impact of a draft in the console: its sentences, and how many customers of a file each of them concerns. */
@NullMarked
package io.quanyi.console.draft.impact;

import org.jspecify.annotations.NullMarked;
