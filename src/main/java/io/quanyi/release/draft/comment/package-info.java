/** The comments on drafts: on lines of their files, and on sentences of their impact. */
@NullMarked
package io.quanyi.release.draft.comment;

import org.jspecify.annotations.NullMarked;
