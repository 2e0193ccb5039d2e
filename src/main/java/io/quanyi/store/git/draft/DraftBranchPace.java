package io.quanyi.store.git.draft;

import java.time.Duration;

/**
 * The times at which drafts and their branches are brought together.
 *
 * @param fresh how old the last look at the branches may be when a draft is read
 * @param patience how long a reader waits for a look before it gets the kept state
 * @param pause how long a draft has to stay unchanged before changes are pushed
 * @param longest after which time they are pushed however often drafts change
 * @param retry after which time a look that failed is repeated
 * @param end how long a caller waits who needs everybody to see a draft
 */
record DraftBranchPace(
        Duration fresh, Duration patience, Duration pause, Duration longest, Duration retry, Duration end) {

    static final DraftBranchPace USUAL = new DraftBranchPace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
}
