package io.quanyi.release.draft;

/**
 * A draft that is not published, as a list names it.
 *
 * @param id the id
 * @param title the subject of the draft, in the words of its author
 */
public record OpenDraft(String id, String title) {}
