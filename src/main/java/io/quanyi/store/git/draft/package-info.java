/** Drafts on branches of the repository that services share. */
@NullMarked
package io.quanyi.store.git.draft;

import org.jspecify.annotations.NullMarked;
