/** The text editor of a draft, which checks and saves a file while it is typed. */
@NullMarked
package io.quanyi.console.draft.text;

import org.jspecify.annotations.NullMarked;
