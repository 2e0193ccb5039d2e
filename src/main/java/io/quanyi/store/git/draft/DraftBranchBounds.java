package io.quanyi.store.git.draft;

import io.quanyi.store.git.GitBounds;

/**
 * The bounds on drafts that are taken from branches, to which people push content of any size.
 *
 * @param drafts the most drafts
 * @param bytes the most bytes of the files of one draft
 */
public record DraftBranchBounds(int drafts, long bytes) {

    private static final int MAX_FILES = 1000;
    private static final int MAX_FILE_BYTES = 1 << 20;

    /** How many times the files of a draft may be fetched with their history. */
    private static final int STATES_PER_FETCH = 32;

    /** The bounds on one state of a draft. */
    GitBounds state() {
        return new GitBounds(MAX_FILES, MAX_FILE_BYTES, bytes);
    }

    /** The most bytes of one fetch. */
    long fetchBytes() {
        return Math.multiplyExact(bytes, STATES_PER_FETCH);
    }
}
