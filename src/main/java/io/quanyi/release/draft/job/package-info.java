/** Jobs of drafts: long work about a draft that goes on after the call that asked for it. */
@NullMarked
package io.quanyi.release.draft.job;

import org.jspecify.annotations.NullMarked;
