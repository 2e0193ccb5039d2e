/** Drafts: changes of a programme that are kept beside its releases, tried, and at last published. */
@NullMarked
package io.quanyi.release.draft;

import org.jspecify.annotations.NullMarked;
