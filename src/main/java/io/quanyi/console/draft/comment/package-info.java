/** The screen of the comments on a draft, and the forms that write, answer and settle them. */
@NullMarked
package io.quanyi.console.draft.comment;

import org.jspecify.annotations.NullMarked;
