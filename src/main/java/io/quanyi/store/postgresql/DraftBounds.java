package io.quanyi.store.postgresql;

/**
 * The bounds on drafts that are read from the database, where others may have put them.
 *
 * @param most the most drafts
 * @param bytes the most bytes of all files of one draft; a larger one is left out
 */
public record DraftBounds(int most, long bytes) {}
