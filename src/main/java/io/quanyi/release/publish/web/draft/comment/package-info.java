/** The endpoints of the comments on drafts. */
@NullMarked
package io.quanyi.release.publish.web.draft.comment;

import org.jspecify.annotations.NullMarked;
