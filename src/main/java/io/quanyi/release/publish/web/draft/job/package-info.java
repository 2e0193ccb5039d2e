/** The endpoints of jobs of drafts. */
@NullMarked
package io.quanyi.release.publish.web.draft.job;

import org.jspecify.annotations.NullMarked;
