/** The endpoints of drafts. */
@NullMarked
package io.quanyi.release.publish.web.draft;

import org.jspecify.annotations.NullMarked;
