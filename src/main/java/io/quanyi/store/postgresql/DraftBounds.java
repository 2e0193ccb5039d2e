package io.quanyi.store.postgresql;

/**
 * The bounds on what is read of drafts, which others may have put into the database.
 *
 * @param most the most drafts
 * @param bytes the most bytes of all files of one draft; a larger one is left out
 */
public record DraftBounds(int most, long bytes) {}
